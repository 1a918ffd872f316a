package io.hearthwatch.domain.rule;

import java.util.List;

/** By which silence the rule in hand may fire, and when the household must be asked again. */
final class Deadlines {

  private List<String> clearedBy = List.of();
  private int nextDay = Assessment.NOTHING_DUE;

  /**
   * A rule is asked from now on.
   *
   * @param ownSource who told of the record that it is asked of; null where it is asked of no
   *     record
   */
  void of(Rule rule, String ownSource) {
    clearedBy =
        rule.clearedBy().equals(List.of(Rule.OWN)) && ownSource != null
            ? List.of(ownSource)
            : rule.clearedBy();
  }

  /** Sources that must be complete through a day before their silence counts. */
  List<String> clearedBy() {
    return clearedBy;
  }

  void waitFor(int day) {
    nextDay = Math.min(nextDay, day);
  }

  /** Another rule is asked: what the one before waits for is its own. */
  void forget() {
    nextDay = Assessment.NOTHING_DUE;
  }

  int nextDay() {
    return nextDay;
  }
}
