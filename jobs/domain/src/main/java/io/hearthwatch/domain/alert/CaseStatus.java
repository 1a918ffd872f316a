package io.hearthwatch.domain.alert;

/** Where a case stands. */
public enum CaseStatus {
  /** Nobody has accepted it yet; it may end by itself. */
  OPEN,
  /** A caseworker took it; only a person ends it. */
  ACCEPTED,
  /** Its hits are over. */
  CLOSED,
  /** What opened it turned out never to have been so. */
  WITHDRAWN;

  public boolean ended() {
    return this == CLOSED || this == WITHDRAWN;
  }
}
