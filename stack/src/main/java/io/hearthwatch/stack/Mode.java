package io.hearthwatch.stack;

import java.util.Locale;

/** How the jobs treat time: with the minute's clock, or only with what the replayed records say. */
public enum Mode {
  LIVE,
  REPLAY;

  /** The value as it stands on command lines and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mode of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
