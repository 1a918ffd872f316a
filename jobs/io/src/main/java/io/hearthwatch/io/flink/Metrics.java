package io.hearthwatch.io.flink;

/** Names of the metrics. None carries an id of a household or a person. */
public final class Metrics {

  /** Questions that could not be read; in the group of the source of inquiries. */
  public static final String UNREADABLE_INQUIRIES = "unreadableInquiries";

  /** Records refused as they were read; in the group of the operator that parts them. */
  public static final String REFUSED_RECORDS = "refusedRecords";

  /** Events refused by the state of their household; in the group of the risk function. */
  public static final String REFUSED_EVENTS = "refusedEvents";

  /** Events that reached the risk function. */
  public static final String EVENTS = "events";

  /** Changes of cases said; in the group of the risk function. */
  public static final String CASE_CHANGES = "caseChanges";

  /** Questions answered; in the group of the risk function. */
  public static final String ANSWERS = "answers";

  private Metrics() {}
}
