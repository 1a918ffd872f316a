package io.hearthwatch.cli;

import io.hearthwatch.wire.Text;
import java.util.Locale;

/** The two languages that people here read. */
enum Language {
  zh,
  en;

  static Language ofLocale() {
    return Locale.getDefault().getLanguage().equals("zh") ? zh : en;
  }

  String of(String zhText, String enText) {
    return this == zh ? zhText : enText;
  }

  String of(Text text) {
    return of(text.getZh(), text.getEn());
  }
}
