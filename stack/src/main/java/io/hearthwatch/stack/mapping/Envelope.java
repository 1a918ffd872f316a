package io.hearthwatch.stack.mapping;

import java.util.List;

/** Names of the values that every event has beside its body. */
final class Envelope {

  static final String EVENT_ID = "eventId";
  static final String KIND = "kind";
  static final String REVISION = "revision";
  static final String SOURCE = "source";
  static final String HOUSEHOLD_ID = "householdId";
  static final String PERSON_ID = "personId";
  static final String REGISTERED_REGION = "registeredRegion";
  static final String HELPING_REGION = "helpingRegion";
  static final String OCCURRED_ON = "occurredOn";
  static final String REPORTED_AT = "reportedAt";

  static final List<String> ALL =
      List.of(
          EVENT_ID,
          KIND,
          REVISION,
          SOURCE,
          HOUSEHOLD_ID,
          PERSON_ID,
          REGISTERED_REGION,
          HELPING_REGION,
          OCCURRED_ON,
          REPORTED_AT);

  /** Those without a default. */
  static final List<String> REQUIRED =
      List.of(EVENT_ID, SOURCE, HOUSEHOLD_ID, REGISTERED_REGION, OCCURRED_ON);

  private Envelope() {}
}
