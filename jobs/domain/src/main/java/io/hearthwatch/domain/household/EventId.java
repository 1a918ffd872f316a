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

  /** The id that is written exactly so, or null: grants are named by text, as departments do. */
  public static EventId written(String text) {
    if (text.length() != 36) {
      return null;
    }
    long[] parts = new long[2];
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen) {
        if (c != '-') {
          return null;
        }
        continue;
      }
      int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
      if (digit < 0) {
        return null;
      }
      parts[digits / 16] = parts[digits / 16] << 4 | digit;
      digits++;
    }
    return new EventId(parts[0], parts[1]);
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
