package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.time.LocalDate;

/**
 * By when a case must be visited, and how soon after its end it is reopened: by region and date.
 */
public final class VisitLimits {

  /** Parameter: hours, for RED. */
  public static final String RED_HOURS = "visit-limit-red";

  /** Parameter: working days, by every other urgency. */
  public static final String WORKING_DAYS = "visit-limit-working-days";

  /** Parameter: days after the end of a case within which it is reopened. */
  public static final String REOPEN_DAYS = "case-reopen-days";

  private static final long HOUR_MS = 3_600_000L;

  private final PolicyBundle bundle;
  private final Retention retention;
  private final String region;
  private final int day;

  VisitLimits(PolicyBundle bundle, Retention retention, String region, int day) {
    this.bundle = bundle;
    this.retention = retention;
    this.region = region;
    this.day = day;
  }

  /**
   * RED: so many hours from the cause on. Others: the end of the n-th working day after the as-of
   * date. Where a region has no limit, the visit is due at once.
   */
  long visitBy(Urgency urgency, long atMs, int asOf) {
    if (urgency == Urgency.RED) {
      return atMs + number(RED_HOURS) * HOUR_MS;
    }
    long workingDays =
        value(WORKING_DAYS) instanceof ParameterValue.Keyed keyed
            ? keyed.amounts().getOrDefault(urgency.name(), 0L)
            : 0;
    LocalDate last =
        bundle.workingDays().plus(LocalDate.ofEpochDay(asOf), Math.toIntExact(workingDays));
    return retention.startMs((int) last.toEpochDay() + 1) - 1;
  }

  long reopenDays() {
    return number(REOPEN_DAYS);
  }

  private long number(String id) {
    return value(id) instanceof ParameterValue.Number number ? number.amount() : 0;
  }

  private ParameterValue value(String id) {
    Parameter parameter = bundle.parameters().get(id);
    return parameter == null
        ? null
        : parameter.at(region, day).map(Parameter.Entry::value).orElse(null);
  }
}
