package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.LedgerLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what a rule measured, compared and read, while it is evaluated once more to explain. */
final class Evidence {

  /** Most records that a hit cites by id. */
  static final int MAX_RECORDS = 50;

  /** Listens to nothing: most evaluations end in false and need no explanation. */
  static final Evidence NONE = new Evidence(false);

  private final boolean wanted;
  private final Set<Measured> measured = new LinkedHashSet<>();
  private final Set<LimitUsed> limits = new LinkedHashSet<>();
  private final Set<Long> records = new TreeSet<>(Long::compareUnsigned);
  private final Set<String> toldBy = new TreeSet<>();

  Evidence() {
    this(true);
  }

  private Evidence(boolean wanted) {
    this.wanted = wanted;
  }

  /** Whether anybody will read it; if not, it need not be written. */
  boolean wanted() {
    return wanted;
  }

  void measured(Measured value) {
    if (wanted) {
      measured.add(value);
    }
  }

  void limit(LimitUsed limit) {
    if (wanted) {
      limits.add(limit);
    }
  }

  void record(LedgerLine line) {
    if (wanted) {
      records.add(line.id());
    }
  }

  /** A department told of what the rule is asked of, or of what happened. */
  void toldBy(String source) {
    if (wanted) {
      toldBy.add(source);
    }
  }

  Set<String> toldBy() {
    return toldBy;
  }

  List<Measured> allMeasured() {
    return List.copyOf(measured);
  }

  List<LimitUsed> allLimits() {
    return List.copyOf(limits);
  }

  List<Long> firstRecords() {
    return records.stream().limit(MAX_RECORDS).toList();
  }

  int recordCount() {
    return records.size();
  }
}
