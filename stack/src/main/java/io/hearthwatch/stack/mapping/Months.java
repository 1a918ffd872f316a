package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.Month;

/** Months whose bounds are checked before the domain would refuse them with their value. */
final class Months {

  private Months() {}

  static Month of(long year, long monthOfYear) {
    if (year < 1900 || year > 2199 || monthOfYear < 1 || monthOfYear > 12) {
      throw new RowProblem("a month is not within 1900-01 to 2199-12");
    }
    return new Month((int) (year * 12 + monthOfYear - 1));
  }

  static Month plus(Month month, long months) {
    long index = Math.addExact(month.index(), months);
    return of(Math.floorDiv(index, 12L), Math.floorMod(index, 12L) + 1);
  }
}
