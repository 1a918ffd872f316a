package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Text;
import java.util.Optional;

/** Texts in both languages. */
final class Texts {

  private Texts() {}

  /** A required text in Chinese and English. */
  static Text read(YamlFields owner, String key) {
    Optional<YamlFields> fields = owner.fields(key);
    if (fields.isEmpty()) {
      return null;
    }
    String zh = fields.get().text("zh");
    String en = fields.get().text("en");
    fields.get().refuseUnknown();
    return zh == null || en == null ? null : new Text(zh, en);
  }
}
