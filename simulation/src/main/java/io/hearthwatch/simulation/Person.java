package io.hearthwatch.simulation;

/**
 * Somebody who lives in a household when the simulation begins.
 *
 * @param id pseudonymous
 * @param role as in MemberJoined
 * @param birthday epoch day
 * @param wageFen fen a month while at work; 0 who does not work
 * @param pensionFen fen a month; 0 who draws none
 * @param disabilityGrade 1 to 4, or 0
 * @param chronic whether ill for good, with bills every month
 */
record Person(
    String id,
    String role,
    int birthday,
    long wageFen,
    long pensionFen,
    int disabilityGrade,
    boolean chronic) {

  private static final double DAYS_A_YEAR = 365.25;

  int age(int day) {
    return (int) ((day - birthday) / DAYS_A_YEAR);
  }

  boolean works() {
    return wageFen > 0;
  }
}
