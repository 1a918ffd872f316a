package io.hearthwatch.simulation;

/**
 * A time in which a household could not pay for what it cannot do without.
 *
 * @param cause what weighed most in the year before: a cause of {@link FateKind}, or poverty
 * @param since epoch day on which its means were used up
 * @param until epoch day on which it was out of it again, or {@link #GOES_ON}
 */
public record Hardship(String householdId, String county, String cause, int since, int until) {

  public static final int GOES_ON = Integer.MAX_VALUE;
}
