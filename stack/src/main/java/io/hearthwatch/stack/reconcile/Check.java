package io.hearthwatch.stack.reconcile;

/**
 * What is held against what; each is a file of SQL that gives pairs. In their order: what the
 * events come to has to be counted anew only where what was said agrees with itself.
 */
public enum Check {
  STATISTICS_TABLES("1-statistics-tables"),
  STATEMENTS_TABLES("2-statements-tables"),
  PROGRAMMES("3-programmes"),
  CAUSES("4-causes"),
  MONTHS("5-months"),
  REGIONS("6-regions"),
  LEDGER_MONTHS("7-ledger-months"),
  LEDGER_YEARS("8-ledger-years"),
  LEDGER_DISASTERS("9-ledger-disasters"),
  LEDGER_STATEMENTS("10-ledger-statements"),
  STATEMENTS_STATISTICS("11-statements-statistics");

  private final String file;

  Check(String file) {
    this.file = file;
  }

  /** Whether it is held against what the events come to. */
  boolean needsRecount() {
    return compareTo(REGIONS) >= 0;
  }

  String resource() {
    return "checks/" + file + ".sql";
  }
}
