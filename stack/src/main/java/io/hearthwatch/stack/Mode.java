package io.hearthwatch.stack;

import java.util.Locale;

/** How the jobs treat time. */
public enum Mode {
  /** By the minute's clock. */
  LIVE,
  /** By what the replayed records say alone. */
  REPLAY,
  /** By the days of a simulation, which ticks itself. */
  SIMULATED;

  /** The value as it stands on command lines and in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mode of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
