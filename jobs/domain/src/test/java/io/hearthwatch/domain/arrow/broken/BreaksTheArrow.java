package io.hearthwatch.domain.arrow.broken;

import org.assertj.core.util.Lists;

/** The red twin of the arrow: part of the domain by its package, and it knows a foreign library. */
public final class BreaksTheArrow {

  private BreaksTheArrow() {}

  /** A list that the domain should have made itself. */
  public static Iterable<String> foreign() {
    return Lists.list("foreign");
  }
}
