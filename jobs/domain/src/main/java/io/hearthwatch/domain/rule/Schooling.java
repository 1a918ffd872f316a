package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.SchoolStatusChanged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who goes to school, and what it costs. */
final class Schooling {

  private static final String NO_STAGE = "";

  private final Asked asked;

  Schooling(Asked asked) {
    this.asked = asked;
  }

  /** Whether the latest that was told is an enrolment. */
  boolean enrolled(String personId) {
    LedgerLine latest = latest(personId);
    boolean enrolled = latest != null && body(latest).status().equals("enrolled");
    if (enrolled) {
      asked.happened(latest);
    }
    return enrolled;
  }

  /** Day of the latest that was told. */
  long changedOn(String personId) {
    LedgerLine latest = latest(personId);
    return latest == null ? Days.NONE : latest.day();
  }

  /** Whether the latest that was told is having graduated from one of these stages. */
  boolean graduatedFrom(String personId, List<String> stages) {
    LedgerLine latest = latest(personId);
    return latest != null
        && body(latest).status().equals("graduated")
        && stages.contains(body(latest).stage());
  }

  /** Schooling costs within the window; of each pupil no more than a public school would charge. */
  long costFen(String parameter, Window window) {
    Map<String, Long> fenByPupil = new LinkedHashMap<>(); // null is nobody in particular
    int firstDay = asked.firstDay(window);
    for (Spent spent : asked.view().spentFrom(firstDay)) {
      if (spent.day() < firstDay) {
        break;
      }
      if (spent.education()) {
        fenByPupil.merge(spent.personId(), spent.netFen(), Math::addExact);
        asked.evidence().record(spent.line());
      }
    }
    long sumFen = 0;
    for (Map.Entry<String, Long> pupil : fenByPupil.entrySet()) {
      long mostFen = asked.parameters().ofKey(parameter, stage(pupil.getKey()), asked.evidence());
      sumFen = Math.addExact(sumFen, Math.min(pupil.getValue(), mostFen));
    }
    asked.measured("educationUpTo", window, sumFen, "fen");
    return sumFen;
  }

  private String stage(String personId) {
    LedgerLine latest = personId == null ? null : latest(personId);
    return latest == null ? NO_STAGE : body(latest).stage();
  }

  private LedgerLine latest(String personId) {
    return asked.view().latest(EventType.SCHOOL_STATUS_CHANGED, personId);
  }

  private static SchoolStatusChanged body(LedgerLine line) {
    return (SchoolStatusChanged) line.body();
  }
}
