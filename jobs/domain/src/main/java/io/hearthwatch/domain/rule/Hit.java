package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.alert.Urgency;
import java.util.List;

/**
 * A rule that is true of a household as of a date, and everything that shows it.
 *
 * @param ruleId the rule
 * @param subject the member or accident it is about; empty for the household
 * @param urgency after raising
 * @param raisedBy the rule of the second pass that raised it, or empty
 * @param measure grows as things get worse
 * @param measured what was measured, in the order in which the rule asked
 * @param limits what it was compared with, likewise
 * @param records ledger ids of the records that made it true, ascending as unsigned numbers; at
 *     most {@link Evidence#MAX_RECORDS}
 * @param recordCount how many there are in all
 * @param addressees departments that it concerns, sorted; empty where it is asked without evidence
 */
public record Hit(
    String ruleId,
    String subject,
    Urgency urgency,
    String raisedBy,
    long measure,
    List<Measured> measured,
    List<LimitUsed> limits,
    List<Long> records,
    int recordCount,
    List<String> addressees) {

  public Hit {
    measured = List.copyOf(measured);
    limits = List.copyOf(limits);
    records = List.copyOf(records);
    addressees = List.copyOf(addressees);
  }

  Hit raised(Urgency to, String by) {
    return new Hit(
        ruleId, subject, to, by, measure, measured, limits, records, recordCount, addressees);
  }
}
