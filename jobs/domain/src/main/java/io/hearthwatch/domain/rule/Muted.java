package io.hearthwatch.domain.rule;

import java.util.Comparator;

/**
 * A hit that a caseworker looked into and did not find confirmed. It stays a hit, and no case is
 * about it.
 *
 * @param ruleId the rule
 * @param subject as that of the hit
 * @param visitedOn epoch day of the visit that mutes it
 * @param throughDay last epoch day on which that visit can mute it
 */
public record Muted(String ruleId, String subject, int visitedOn, int throughDay) {

  /** Parameter: for how many days a visit mutes, its own day included; none mutes nothing. */
  public static final String DAYS = "mute-days";

  static final Comparator<Muted> BY_RULE_AND_SUBJECT =
      Comparator.comparing(Muted::ruleId).thenComparing(Muted::subject);

  /** Whether it says that this hit is muted. */
  public boolean isAbout(Hit hit) {
    return ruleId.equals(hit.ruleId()) && subject.equals(hit.subject());
  }
}
