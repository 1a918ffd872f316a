package io.hearthwatch.stack.mapping;

/** Decimal text to smallest units, digit by digit: nothing is rounded and no float comes near. */
final class Decimals {

  /** 10^14 needs 15 digits; beyond 18 a scale cannot be meant. */
  static final int MAX_DECIMALS = 9;

  private Decimals() {}

  /**
   * Reads an optional sign, digits, and at most so many decimals after a point. More decimals are
   * refused even when they are zero: they show that the unit is not what the mapping takes it for.
   *
   * @param decimals of the smallest unit: 2 for fen and cents
   */
  static long toUnits(String text, int decimals) {
    int length = text.length();
    int at = 0;
    boolean negative = length > 0 && text.charAt(0) == '-';
    if (negative || (length > 0 && text.charAt(0) == '+')) {
      at++;
    }
    if (at == length) {
      throw new RowProblem(length == 0 ? "an amount is empty" : "a text is no decimal number");
    }
    long units = 0;
    int digits = 0;
    int seenDecimals = -1;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c == '.' && seenDecimals < 0 && digits > 0) {
        seenDecimals = 0;
      } else if (c >= '0' && c <= '9') {
        units = shift(units, c - '0');
        digits++;
        seenDecimals = seenDecimals < 0 ? seenDecimals : seenDecimals + 1;
      } else {
        throw new RowProblem("a text is no decimal number");
      }
    }
    if (seenDecimals == 0) {
      throw new RowProblem("a text is no decimal number");
    }
    if (seenDecimals > decimals) {
      throw new RowProblem("an amount has more than " + decimals + " decimals");
    }
    for (int i = Math.max(seenDecimals, 0); i < decimals; i++) {
      units = shift(units, 0);
    }
    return negative ? -units : units;
  }

  private static long shift(long units, int digit) {
    if (units > (Long.MAX_VALUE - digit) / 10) {
      throw new RowProblem("an amount is too large");
    }
    return units * 10 + digit;
  }
}
