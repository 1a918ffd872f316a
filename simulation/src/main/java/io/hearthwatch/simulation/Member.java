package io.hearthwatch.simulation;

/**
 * A person in a household, and from when to when.
 *
 * @param index number within the household
 * @param joinedOn epoch day
 * @param joinedBy reason as in MemberJoined
 * @param lastDay epoch day of leaving or death, which still counts; {@link #FOR_GOOD} who stays
 * @param leftBy reason as in MemberLeft, or died; null who stays
 */
record Member(int index, Person person, int joinedOn, String joinedBy, int lastDay, String leftBy) {

  static final int FOR_GOOD = Integer.MAX_VALUE;

  static final String DIED = "died";

  boolean isThereOn(int day) {
    return joinedOn <= day && day <= lastDay;
  }
}
