package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.ClassProposal;
import io.hearthwatch.domain.rule.Portrait;

/**
 * The answer to a question about one household.
 *
 * @param requestId the request that asked
 * @param householdId the household
 * @param bundleVersion bundle whose rules were asked; empty before the first
 * @param portrait the household as of the date, with its indicators; null where it is not known
 * @param assessment what the rules say; null where the household is not known or no bundle came yet
 * @param proposal the class that its figures suggest; null where they suggest none
 * @param caseId id of that case, or empty
 * @param lastCase open or latest case, or null
 */
public record Answer(
    String requestId,
    String householdId,
    String bundleVersion,
    Portrait portrait,
    Assessment assessment,
    ClassProposal proposal,
    String caseId,
    Case lastCase)
    implements Emission {}
