package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.Month;

/**
 * One thing that the statistics count, as it is known.
 *
 * @param what it is
 * @param helpedIn region that helps
 * @param registeredIn region of registration
 * @param programme of relief; for a class the class
 * @param cause of the grant; {@link #NOT_TOLD} where nobody said
 * @param disasterId of the grant, or null
 * @param month in which it counts: the grant's month, the payment's date, the day of the class
 * @param fen of a grant or payment, else 0
 */
record Counted(
    What what,
    String helpedIn,
    String registeredIn,
    String programme,
    String cause,
    String disasterId,
    Month month,
    long fen) {

  /** Cause of a payment whose grant is not known, and of a class. */
  static final String NOT_TOLD = "not-told";

  /** What can be counted. */
  enum What {
    GRANT,
    PAYMENT,
    TAKEN_IN,
    EXIT
  }

  int year() {
    return month.number() / 100;
  }

  int monthOfYear() {
    return month.number() % 100;
  }

  String region(Basis basis) {
    return basis == Basis.REGISTERED ? registeredIn : helpedIn;
  }

  boolean atHome() {
    return helpedIn.equals(registeredIn);
  }
}
