package io.hearthwatch.domain.household;

import java.util.UUID;

/**
 * Identity of an event: a UUID as two longs.
 *
 * @param high first 8 bytes; the ledger keeps these, as git keeps short ids
 * @param low last 8 bytes
 */
public record EventId(long high, long low) {

  public static EventId of(UUID uuid) {
    return new EventId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  /** Reads 8-4-4-4-12 hexadecimal digits. */
  public static EventId parse(String text) {
    return of(UUID.fromString(text));
  }

  /** The 16 hexadecimal digits by which evidence cites a record. */
  public static String shortText(long high) {
    String digits = Long.toHexString(high);
    return "0".repeat(16 - digits.length()) + digits;
  }

  @Override
  public String toString() {
    return new UUID(high, low).toString();
  }
}
