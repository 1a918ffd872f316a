package io.hearthwatch.domain.relief;

/** In which column something counts. */
public enum Book {
  /** As everything stands that is known. */
  NOW,
  /** What of that came after the books of the year were closed: now less what was booked. */
  ADJUSTMENT
}
