package io.hearthwatch.domain.household;

/** What a version of an event does: NOTIFY tells, CORRECT replaces, VOID takes back. */
public enum EventKind {
  NOTIFY,
  CORRECT,
  VOID
}
