package io.hearthwatch.domain.household;

/** Why an input record was refused. The code is written into the dead letter and is for ever. */
public enum Refusal {
  /** The bytes are no Avro single object. */
  GARBAGE("garbage"),
  /** The schema's fingerprint is not known. */
  UNKNOWN_SCHEMA("unknown-schema"),
  /** A record longer than the limit. */
  TOO_LARGE("too-large"),
  /** The household id is missing or malformed. */
  NO_HOUSEHOLD("no-household"),
  /** A field breaks its contract: negative or overflowing amount, missing code ... */
  BAD_FIELD("bad-field"),
  /** The source named in the event is not that of its topic. */
  WRONG_TOPIC("wrong-topic"),
  /** The department may not speak about this. */
  WRONG_SOURCE("wrong-source"),
  /** Reported after the broker got it, or before it occurred. */
  FUTURE("future"),
  /** It occurred before the retention. */
  TOO_OLD("too-old"),
  /** It changes the household, person or source of its event id. */
  IDENTITY_CHANGED("identity-changed"),
  /** The household has no room for another line. */
  HOUSEHOLD_FULL("household-full");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
