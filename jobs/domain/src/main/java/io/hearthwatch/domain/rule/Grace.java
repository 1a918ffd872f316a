package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassRecognised;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A class that is phased out: benefit is continued for some months after income has risen over the
 * line, whole or less from month to month. It says how far that has come; a person ends it.
 */
final class Grace {

  /** How long grace lasts where its recognition does not say until when. */
  static final String MONTHS = "grace-months";

  /** Variant of a class that is phased out. */
  private static final String VARIANT = "grace";

  private final Asked asked;

  Grace(Asked asked) {
    this.asked = asked;
  }

  /** An unbroken time of grace; both days are included. */
  private record Period(int from, int through, LedgerLine lastToEnd) {}

  /** Whether a class is being phased out. */
  boolean isOn() {
    return asked.view().recognitionsInForce().stream().anyMatch(Grace::isGrace);
  }

  /** The last day of grace, all classes together; no day while none is phased out. */
  long ends() {
    if (!asked.parameters().spokenOf(MONTHS) && isOnWithoutEnd()) {
      return Days.NONE; // a bundle of before there was the parameter
    }
    LedgerLine last = lastToEnd(recognised -> true);
    if (last == null) {
      return Days.NONE;
    }
    asked.happened(last);
    return lastsThrough(last);
  }

  /**
   * Which month of grace the as-of date lies in: 1 from the day on which the unbroken grace of the
   * class began, 2 from the day a month later; 0 outside grace, and once it is over.
   */
  long month(String householdClass) {
    Period period = period(householdClass);
    return period == null ? 0 : month(period);
  }

  /**
   * What is continued in this month of grace: a percentage of what the class was paid with for the
   * last full month before grace, rounded half-up to the fen; 0 outside grace.
   *
   * @param taper parameter that gives the percentage by month of grace
   */
  long entitlementFen(String taper, String householdClass) {
    Period period = period(householdClass);
    if (period == null) {
      return 0;
    }
    String month = String.valueOf(month(period));
    long percent = asked.parameters().ofKey(taper, month, asked.evidence());
    long benefitFen = benefitFen(householdClass, Month.of(period.from()).plus(-1));
    return Math.floorDiv(Math.addExact(Math.multiplyExact(benefitFen, percent), 50L), 100L);
  }

  private long month(Period period) {
    LocalDate from = LocalDate.ofEpochDay(period.from());
    LocalDate today = LocalDate.ofEpochDay(asked.view().asOf());
    long months = ChronoUnit.MONTHS.between(from, today);
    // A month that begins on the 31st begins on the last day of a short one.
    long month = from.plusMonths(months + 1).isAfter(today) ? months + 1 : months + 2;
    asked.during("graceMonth", period.from(), period.through(), month, "count");
    asked.evidence().record(period.lastToEnd());
    return month;
  }

  /** What was paid for a month, by a programme of the class's name. */
  private long benefitFen(String householdClass, Month month) {
    long sumFen =
        new Paid(asked)
            .fen(householdClass, month)
            .orElseThrow(() -> new NotAssessable("benefit-unknown", month.toString()));
    asked.measured(
        "benefitBeforeGrace",
        Window.months(1),
        month.firstEpochDay(),
        month.lastEpochDay(),
        sumFen,
        "fen");
    return sumFen;
  }

  /** The unbroken grace of a class in which the as-of date lies; null outside. */
  private Period period(String householdClass) {
    Predicate<ClassRecognised> ofClass =
        recognised -> recognised.householdClass().equals(householdClass);
    LedgerLine last = lastToEnd(ofClass);
    if (last == null || lastsThrough(last) < asked.view().asOf()) {
      return null;
    }
    List<LedgerLine> all =
        asked.view().lines(EventType.CLASS_RECOGNISED).stream()
            .filter(line -> isGrace(line) && ofClass.test(HouseholdView.recognised(line)))
            .sorted(Comparator.comparing(this::inForceThrough).reversed())
            .toList();
    int from = asked.view().asOf() + 1;
    for (LedgerLine line : all) {
      if (inForceThrough(line) >= from - 1) {
        from = Math.min(from, line.day());
      }
    }
    return new Period(from, (int) lastsThrough(last), last);
  }

  private boolean isOnWithoutEnd() {
    return asked.view().recognitionsInForce().stream()
        .anyMatch(line -> isGrace(line) && HouseholdView.recognised(line).validThrough() == null);
  }

  /** Of these recognitions of grace in force the one that lasts longest, the first of equals. */
  private LedgerLine lastToEnd(Predicate<ClassRecognised> which) {
    LedgerLine last = null;
    for (LedgerLine line : asked.view().recognitionsInForce()) {
      if (isGrace(line)
          && which.test(HouseholdView.recognised(line))
          && (last == null || lastsThrough(line) > lastsThrough(last))) {
        last = line;
      }
    }
    return last;
  }

  /** Last day on which a recognition of grace was in force, or is for all that is known. */
  private long inForceThrough(LedgerLine line) {
    return Math.min(asked.view().inForceThrough(line), lastsThrough(line));
  }

  /** As it was recognised, or as long as grace lasts here; it stays in force after that. */
  private long lastsThrough(LedgerLine line) {
    Integer validThrough = HouseholdView.recognised(line).validThrough();
    return validThrough != null
        ? validThrough
        : Days.monthsAfter(line.day(), asked.parameters().number(MONTHS, asked.evidence())) - 1;
  }

  private static boolean isGrace(LedgerLine line) {
    return VARIANT.equals(HouseholdView.recognised(line).variant());
  }
}
