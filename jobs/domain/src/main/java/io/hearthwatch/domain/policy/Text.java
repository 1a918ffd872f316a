package io.hearthwatch.domain.policy;

import java.util.Objects;

/**
 * A text in both languages that people here read.
 *
 * @param zh Chinese
 * @param en English
 */
public record Text(String zh, String en) {

  public Text {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }
}
