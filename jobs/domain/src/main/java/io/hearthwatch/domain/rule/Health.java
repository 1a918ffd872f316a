package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.DiagnosisMade;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What ails a member, and whether somebody pays for it. */
final class Health {

  private static final String BASIC_MEDICAL = "basic-medical";

  private final Asked asked;

  Health(Asked asked) {
    this.asked = asked;
  }

  /** Whether a disease of the list was found for the first time within the window. */
  boolean newlyDiagnosed(String personId, String parameter, Window window) {
    List<LedgerLine> diagnoses = asked.view().linesOf(EventType.DIAGNOSIS_MADE, personId);
    List<String> listed = asked.parameters().codes(parameter);
    Set<String> known = new HashSet<>();
    for (LedgerLine line : diagnoses) {
      String disease = ((DiagnosisMade) line.body()).diseaseCode();
      if (known.add(disease) && listed.contains(disease) && asked.within(line, window)) {
        asked.happened(line);
        return true;
      }
    }
    return false;
  }

  /** Whether the member has no basic medical insurance: nobody told of one, or it ended. */
  boolean uninsured(String personId) {
    LedgerLine latest = null;
    for (LedgerLine line : asked.view().linesOf(EventType.INSURANCE_CHANGED, personId)) {
      latest = body(line).scheme().equals(BASIC_MEDICAL) ? line : latest;
    }
    if (latest == null) {
      return true;
    }
    Integer through = body(latest).validThrough();
    boolean uninsured = !body(latest).insured() || through != null && through < asked.view().asOf();
    if (uninsured) {
      asked.happened(latest);
    }
    return uninsured;
  }

  private static InsuranceChanged body(LedgerLine line) {
    return (InsuranceChanged) line.body();
  }
}
