package io.hearthwatch.io.flink;

/** Names of the metrics. None carries an id of a household or a person. */
public final class Metrics {

  /** Questions that could not be read; in the group of the source of inquiries. */
  public static final String UNREADABLE_INQUIRIES = "unreadableInquiries";

  /** Records refused as they were read; in the group of the operator that parts them. */
  public static final String REFUSED_RECORDS = "refusedRecords";

  /** Events refused by the state of their household; in the group of the risk function. */
  public static final String REFUSED_EVENTS = "refusedEvents";

  /** Policy bundles that were not taken; in the group of the risk function. */
  public static final String REFUSED_BUNDLES = "refusedBundles";

  /**
   * Events that reached the risk function; of the assistance job those about relief, in the group
   * of its source.
   */
  public static final String EVENTS = "events";

  /** Events about other things; in the group of the assistance job's source. */
  public static final String OTHER_EVENTS = "otherEvents";

  /** Versions that are the same as one that was known; in the group of household relief. */
  public static final String REPEATED_EVENTS = "repeatedEvents";

  /** Records of figures said; in the group of the cells. */
  public static final String STATISTICS = "statistics";

  /** Records of statements said; in the group of household relief. */
  public static final String STATEMENTS = "statements";

  /** Completeness of which no feed can be watched; in the group of the feed reader. */
  public static final String UNWATCHED_COMPLETENESS = "unwatchedCompleteness";

  /** Changes of cases said; in the groups of the risk function and of the feed watch. */
  public static final String CASE_CHANGES = "caseChanges";

  /** Questions answered; in the group of the risk function. */
  public static final String ANSWERS = "answers";

  private Metrics() {}
}
