package io.hearthwatch.domain.relief;

/** What a cell holds. The order is written into state and is for ever: new ones go to the end. */
public enum Figure {
  /** 人次: grants. */
  PERSON_TIMES,
  /** 人: people with a grant in the month. */
  PERSONS,
  /** 户: households with a grant in the month. */
  HOUSEHOLDS,
  /** Granted, by month of the grant, fen. */
  GRANTED_FEN,
  /** Paid, by date of payment, fen. */
  PAID_FEN,
  /** Households that came into a class. */
  TAKEN_IN,
  /** Households that left one. */
  EXITS,
  /** People whose first grant of the year in this cell is of this month: they add up to a year. */
  FIRST_PERSONS,
  /** Households, likewise. */
  FIRST_HOUSEHOLDS,
  /** What offices report of a disaster as a whole, so far: people affected ... */
  REPORTED_AFFECTED,
  REPORTED_RELOCATED,
  REPORTED_TAKEN_IN,
  REPORTED_COLLAPSED,
  REPORTED_DAMAGED,
  REPORTED_FUNDS_FEN,
  REPORTED_LOSS_FEN;

  /** How many there are. */
  static final int COUNT = values().length;

  /** Those that offices report, in the order of the contract. */
  static final int FIRST_REPORTED = REPORTED_AFFECTED.ordinal();
}
