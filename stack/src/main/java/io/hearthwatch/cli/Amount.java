package io.hearthwatch.cli;

import java.math.BigDecimal;
import java.util.Locale;

/** Values as a person reads them: money with two decimals, the rest as it is. */
final class Amount {

  private Amount() {}

  /** Smallest units with two decimals and grouped thousands: 1234567 is 12,345.67. */
  static String money(long fen) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
  }

  /** A value in its unit; units that begin with fen are money. */
  static String of(long value, String unit) {
    return unit.startsWith("fen") ? money(value) : String.format(Locale.ROOT, "%,d", value);
  }
}
