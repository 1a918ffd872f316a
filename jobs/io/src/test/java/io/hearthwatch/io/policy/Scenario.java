package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One scenario that somebody calculated by hand.
 *
 * @param title what it shows
 * @param bundle the committed policies with the entries that the scenario adds
 * @param feed the feed that it is about; null where it is about a household
 * @param events in the order in which they are reported
 * @param told what sources say of their completeness
 * @param reviews dates on which the household is reviewed besides its monthly review
 * @param asOf date of the closing review
 * @param about the rules whose outcome is compared; empty for all
 * @param hits all hits of those rules
 * @param notAssessable all of those rules that cannot be assessed
 * @param proposal the class that the figures suggest; null where it is not compared
 * @param steps the whole history of the case; null where it is not compared
 */
record Scenario(
    String title,
    PolicyBundle bundle,
    Feed feed,
    List<HouseholdEvent> events,
    List<Told> told,
    List<LocalDate> reviews,
    LocalDate asOf,
    List<String> about,
    List<ExpectedHit> hits,
    List<ExpectedUnknown> notAssessable,
    ExpectedProposal proposal,
    List<ExpectedStep> steps) {

  /** The id of every household in a scenario; its monthly review falls on the 17th. */
  static final String HOUSEHOLD = "H";

  /** What a source says of itself on a day. */
  record Told(LocalDate on, String source, String region, LocalDate through) {}

  /**
   * A hit.
   *
   * @param subject member, id of the accident as evidence cites it, or empty
   * @param measure as text; null where it is not compared
   * @param measured expected values by indicator, or indicator and window
   * @param limits expected values by parameter
   * @param records how many records are cited; null where it is not compared
   * @param addressees whom it goes to, in their order; null where it is not compared
   * @param mutedThrough last day on which a visit mutes it; null where none does
   */
  record ExpectedHit(
      Place place,
      String rule,
      String subject,
      String urgency,
      String raisedBy,
      String measure,
      Map<String, String> measured,
      Map<String, String> limits,
      Long records,
      List<String> addressees,
      LocalDate mutedThrough) {}

  /** A rule that cannot be assessed. */
  record ExpectedUnknown(Place place, String rule, String subject, String reason, String detail) {}

  /**
   * A class that the figures suggest.
   *
   * @param householdClass none where they suggest none; then nothing else is compared
   * @param variant null where it is not compared
   * @param entitlement a month, unknown where it is not known or the class pays none; null where it
   *     is not compared
   * @param measured as of a hit; besides by indicator and from..to
   */
  record ExpectedProposal(
      Place place,
      String householdClass,
      String variant,
      String entitlement,
      Map<String, String> measured,
      Map<String, String> limits,
      Long records) {}

  /** A change of the case. */
  record ExpectedStep(Place place, LocalDate on, String becomes, String urgency, String visitBy) {}
}
