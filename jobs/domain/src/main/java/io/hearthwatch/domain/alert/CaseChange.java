package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import java.util.List;

/**
 * One change of a case, with the whole case in it.
 *
 * @param changeId hash of content and cause; the same change said twice has the same id
 * @param caseId the case
 * @param householdId the household
 * @param registeredRegion region of registration as of the date
 * @param transition what changed
 * @param state the case after it
 * @param hits all open hits that are not muted, with their evidence; empty after the end
 * @param asOf epoch day as of which it was looked at
 * @param bundleVersion bundle whose rules decided
 * @param cause event, deadline or inquiry that brought it about, for instance "event 6f1c..."
 */
public record CaseChange(
    String changeId,
    String caseId,
    String householdId,
    String registeredRegion,
    CaseTransition transition,
    Case state,
    List<Hit> hits,
    int asOf,
    String bundleVersion,
    String cause)
    implements Emission {

  public CaseChange {
    hits = List.copyOf(hits);
  }

  /**
   * What is said of a decision.
   *
   * @param now what the rules say, every hit with its evidence
   */
  static CaseChange of(
      String householdId,
      String region,
      CaseKeeper.Decision decision,
      Assessment now,
      String bundleVersion,
      String cause) {
    Case state = decision.state();
    String caseId = caseId(householdId, state);
    String content =
        String.join(
            "|",
            caseId,
            String.valueOf(state),
            decision.transition().name(),
            String.valueOf(now.unmuted()),
            String.valueOf(now.asOf()),
            bundleVersion,
            cause);
    return new CaseChange(
        ContentId.of(content),
        caseId,
        householdId,
        region,
        decision.transition(),
        state,
        now.unmuted(),
        now.asOf(),
        bundleVersion,
        cause);
  }

  /** Id of a case of a household, or of a feed under its id. */
  static String caseId(String householdId, Case state) {
    return ContentId.of(householdId + "/case/" + state.number());
  }
}
