package io.hearthwatch.domain.household;

/**
 * Bounds of what may enter. Each check throws IllegalArgumentException with a text for the dead
 * letter, which names the field and the rule but never repeats a value that could be personal.
 */
public final class Limits {

  /** 10^14 fen, a trillion yuan: 20,000 lines of it still add up within a long. */
  public static final long MAX_AMOUNT_FEN = 100_000_000_000_000L;

  /** Greatest count or quantity: 10^12. */
  public static final long MAX_COUNT = 1_000_000_000_000L;

  /** Longest code, id or region: 64 characters. */
  public static final int MAX_TEXT_LENGTH = 64;

  private Limits() {}

  public static void amount(String field, long fen) {
    if (fen < 0) {
      throw new IllegalArgumentException(field + " is negative");
    }
    if (fen > MAX_AMOUNT_FEN) {
      throw new IllegalArgumentException(field + " is over 10^14");
    }
  }

  public static void count(String field, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(field + " is negative");
    }
    if (count > MAX_COUNT) {
      throw new IllegalArgumentException(field + " is over 10^12");
    }
  }

  /** For limits of the contract alone: the text says the limit. */
  public static void atMost(String field, long value, long most) {
    if (value > most) {
      throw new IllegalArgumentException(field + " is more than " + most);
    }
  }

  /** A code of a vocabulary; the same characters as an id. */
  public static void code(String field, String code) {
    id(field, code);
  }

  /** A pseudonymous id: 1 to 64 characters, printable ASCII without spaces, quotes or bars. */
  public static void id(String field, String id) {
    if (id == null || id.isEmpty()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    if (id.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(field + " is longer than " + MAX_TEXT_LENGTH);
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c <= ' ' || c > '~' || c == '|' || c == '"' || c == '\'') {
        throw new IllegalArgumentException(field + " has a character that is not allowed");
      }
    }
  }

  public static void optionalCode(String field, String code) {
    optionalId(field, code);
  }

  public static void optionalId(String field, String id) {
    if (id != null) {
      id(field, id);
    }
  }
}
