package io.hearthwatch.domain.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came to be known of a month on a day on which something else had been known of it before.
 *
 * @param knownOn epoch day
 * @param before what had been known
 * @param after what was known from then on
 * @param lines that are new, other than before, or gone
 */
public record StatementAmendment(
    int knownOn, Statement before, Statement after, List<LinePair> lines) {

  public StatementAmendment {
    lines = List.copyOf(lines);
  }

  /**
   * One for each day on which a statement replaced another, the last first.
   *
   * @param known all that was said of a month, the last first
   */
  public static List<StatementAmendment> of(List<Statement> known) {
    List<StatementAmendment> amendments = new ArrayList<>();
    for (int i = 0; i + 1 < known.size(); i++) {
      Statement after = known.get(i);
      Statement before = known.get(i + 1);
      amendments.add(
          new StatementAmendment(
              after.knownOn(),
              before,
              after,
              LinePair.ofOneMonth(before.lines(), after.lines()).stream()
                  .filter(StatementAmendment::isOther)
                  .toList()));
    }
    return amendments;
  }

  /** Whether other classes were in force. */
  public boolean changesClasses() {
    return !after.lines().isEmpty()
        && !before.lines().isEmpty()
        && !before.classes().equals(after.classes());
  }

  private static boolean isOther(LinePair pair) {
    return pair.before() == null
        || pair.after() == null
        || !Objects.equals(pair.before().policy(), pair.after().policy())
        || pair.before().grantedFen() != pair.after().grantedFen()
        || pair.before().paidFen() != pair.after().paidFen();
  }
}
