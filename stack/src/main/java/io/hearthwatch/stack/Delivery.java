package io.hearthwatch.stack;

import java.util.Locale;

/** When readers see what the jobs that decide have written. */
public enum Delivery {
  /** With the next checkpoint, once. */
  EXACTLY_ONCE,
  /** At once, and after a failure perhaps again. */
  AT_LEAST_ONCE;

  /** The value as it stands on command lines and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The delivery of a word. */
  public static Delivery of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public String toString() {
    return word();
  }
}
