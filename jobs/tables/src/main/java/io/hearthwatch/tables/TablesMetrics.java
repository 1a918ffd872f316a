package io.hearthwatch.tables;

/** Names of the job's metrics, for ever. */
final class TablesMetrics {

  /** Records that became rows: {@code <operator>.recordsRead}. */
  static final String READ = "recordsRead";

  /** Records that became a row of unreadable_record: {@code <operator>.recordsUnreadable}. */
  static final String UNREADABLE = "recordsUnreadable";

  private TablesMetrics() {}
}
