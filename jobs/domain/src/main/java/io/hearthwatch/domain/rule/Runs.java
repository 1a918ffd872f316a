package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import java.util.List;
import java.util.function.Predicate;

/** Since when something has been so without a break. */
final class Runs {

  private Runs() {}

  /** The first record of the unbroken run that ends with the last one; null where that is none. */
  static LedgerLine beginning(List<LedgerLine> lines, Predicate<LedgerLine> so) {
    LedgerLine beginning = null;
    for (int i = lines.size() - 1; i >= 0 && so.test(lines.get(i)); i--) {
      beginning = lines.get(i);
    }
    return beginning;
  }
}
