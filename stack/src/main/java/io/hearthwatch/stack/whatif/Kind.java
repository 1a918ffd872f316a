package io.hearthwatch.stack.whatif;

import io.hearthwatch.wire.RuleChange;
import java.util.Comparator;

/** A kind of change of one rule. */
public record Kind(String rule, RuleChange change) implements Comparable<Kind> {

  private static final Comparator<Kind> ORDER =
      Comparator.comparing(Kind::rule).thenComparing(Kind::change);

  @Override
  public int compareTo(Kind other) {
    return ORDER.compare(this, other);
  }
}
