package io.hearthwatch.io.tables;

import java.io.Serial;

/** A record that the tables cannot take in, and why. The reason is written down and is for ever. */
public final class UnreadableException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** Why a record could not be taken in. */
  public enum Reason {
    /** The bytes are no Avro single object, or end early. */
    GARBAGE("garbage"),
    /** No known schema has its fingerprint. */
    UNKNOWN_SCHEMA("unknown-schema"),
    /** A field holds what no column can hold. */
    BAD_FIELD("bad-field");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final Reason reason;

  /**
   * A record that cannot be taken in.
   *
   * @param detail never a value that could be personal
   */
  public UnreadableException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
