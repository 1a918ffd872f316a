package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.policy.Completeness;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a rule may ask of one household as of one date. Money is in fen, dates are epoch days; sums
 * count members only. Everything that is asked is written into the evidence.
 *
 * <p>Throws {@link NotAssessable} where the answer is not known and ArithmeticException where a sum
 * leaves the range of a long.
 */
public final class Indicators {

  /** Rigid expenditure: what a household cannot choose not to spend. */
  private static final Set<String> RIGID =
      Set.of("medical", "education", "housing", "rehabilitation", "disaster-repair");

  static final String DIBAO_LINE = "dibao-line";
  static final String INCOME_SOURCES = "income-sources";

  private final HouseholdView view;
  private final ParametersInForce parameters;
  private final Completeness completeness;
  private final Evidence evidence;
  private final IncomeMonths incomeMonths;

  Indicators(
      HouseholdView view,
      ParametersInForce parameters,
      Completeness completeness,
      Evidence evidence) {
    this.view = view;
    this.parameters = parameters;
    this.completeness = completeness;
    this.evidence = evidence;
    this.incomeMonths =
        new IncomeMonths(view, () -> parameters.codes(INCOME_SOURCES), completeness);
  }

  HouseholdView view() {
    return view;
  }

  Completeness completeness() {
    return completeness;
  }

  // ---- money spent

  /** Net self-paid medical expense of a member (null: of the household). */
  long medicalFen(String personId, Window window) {
    return spentFen(
        personId == null ? "medical" : "member.medical",
        personId,
        window,
        expense -> expense.category().equals("medical"));
  }

  /** Net rigid expenditure: medical, education, housing, rehabilitation, disaster repair. */
  long rigidFen(Window window) {
    return spentFen("rigid", null, window, expense -> RIGID.contains(expense.category()));
  }

  /** Number of medical bills whose self-paid part is over some dibao lines. */
  long medicalBillsOverLines(Window window, long lines) {
    int firstDay = window.firstDay(view.asOf());
    long bills = 0;
    for (LedgerLine line : view.counted(EventType.EXPENSE_INCURRED)) {
      if (line.day() >= firstDay
          && line.body() instanceof ExpenseIncurred expense
          && expense.category().equals("medical")
          && moreThanLines(expense.netFen(), lines)) {
        bills++;
        evidence.record(line);
      }
    }
    measured("medicalBillsOverLines", window, bills, "count");
    return bills;
  }

  private long spentFen(
      String indicator, String personId, Window window, Predicate<ExpenseIncurred> counted) {
    int firstDay = window.firstDay(view.asOf());
    long sumFen = 0;
    for (LedgerLine line : view.counted(EventType.EXPENSE_INCURRED)) {
      if (line.day() < firstDay || personId != null && !personId.equals(line.personId())) {
        continue;
      }
      ExpenseIncurred expense = (ExpenseIncurred) line.body();
      if (counted.test(expense)) {
        sumFen = Math.addExact(sumFen, expense.netFen());
        evidence.record(line);
      }
    }
    measured(indicator, window, sumFen, "fen");
    return sumFen;
  }

  // ---- income, by closed months

  /** Income of the latest closed months. */
  long incomeFen(Window window) {
    return incomeFen("income", null, latestClosedMonth(), months(window));
  }

  /** Income of the months before the latest closed ones. */
  long earlierIncomeFen(Window window, Window latest) {
    Month last = latestClosedMonth().plus(-months(latest));
    return incomeFen("earlierIncome", null, last, months(window));
  }

  private long incomeFen(String indicator, String personId, Month last, int months) {
    long sumFen =
        incomeMonths.sumFen(
            personId, last, months, evidence.wanted() ? evidence::record : IncomeMonths.NOBODY);
    if (!evidence.wanted()) {
      return sumFen;
    }
    evidence.measured(
        new Measured(
            indicator,
            "months(" + months + ")",
            (int) last.plus(1 - months).firstDay().toEpochDay(),
            (int) last.lastDay().toEpochDay(),
            sumFen,
            "fen"));
    return sumFen;
  }

  private Month latestClosedMonth() {
    return IncomeMonths.latestClosed(view.asOf());
  }

  // ---- members and lines

  /** Members on the as-of date. */
  long members() {
    return membersOn(view.asOf());
  }

  private long membersOn(int day) {
    int count = view.membership().countOn(day);
    if (count == 0) {
      throw new NotAssessable("members-unknown", "");
    }
    if (evidence.wanted()) {
      evidence.measured(new Measured("members", "", day, day, count, "people"));
    }
    return count;
  }

  /** Whether an amount is more than some monthly dibao lines. */
  boolean moreThanLines(long fen, long lines) {
    return anyLine(DIBAO_LINE, line -> compareWithLines(fen, lines, line) > 0);
  }

  /** Whether an amount is less than some monthly dibao lines. */
  boolean lessThanLines(long fen, long lines) {
    return anyLine(DIBAO_LINE, line -> compareWithLines(fen, lines, line) < 0);
  }

  /** Whether something holds for any of the lines that may apply, even where another is unknown. */
  private boolean anyLine(String name, Predicate<ParametersInForce.Line> holds) {
    NotAssessable unknown = null;
    for (String parameter : parameters.lineParameters(name)) {
      try {
        if (holds.test(parameters.line(parameter))) {
          return true;
        }
      } catch (NotAssessable e) {
        unknown = unknown == null ? e : unknown;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return false;
  }

  private int compareWithLines(long fen, long lines, ParametersInForce.Line line) {
    if (evidence.wanted()) {
      evidence.limit(line.used());
    }
    long linesFen = Math.multiplyExact(lines, line.fen());
    return line.perYear()
        ? Long.compare(Math.multiplyExact(fen, 12L), linesFen)
        : Long.compare(fen, linesFen);
  }

  /**
   * Whether income per head, of the latest closed month, is under a percentage of a line; a line
   * given a year is compared with the 12 latest closed months. Heads are the members on the last
   * day of the latest closed month.
   */
  boolean perCapitaUnder(String lineName, long percent) {
    Month last = latestClosedMonth();
    return anyLine(lineName, line -> perCapitaUnder(line, percent, last));
  }

  /** Whether income per head was under the dibao line in each of the latest closed months. */
  boolean everyMonthUnderLine(long months) {
    NotAssessable unknown = null;
    for (int back = 0; back < months; back++) {
      Month month = latestClosedMonth().plus(-back);
      try {
        if (!anyLine(DIBAO_LINE, line -> perCapitaUnder(line, 100, month))) {
          return false;
        }
      } catch (NotAssessable e) {
        unknown = unknown == null ? e : unknown;
      }
    }
    if (unknown != null) {
      throw unknown;
    }
    return true;
  }

  private boolean perCapitaUnder(ParametersInForce.Line line, long percent, Month last) {
    long incomeFen = incomeFen("income", null, last, line.perYear() ? 12 : 1);
    long members = membersOn(last.lastEpochDay());
    if (evidence.wanted()) {
      evidence.limit(line.used());
    }
    return Math.multiplyExact(incomeFen, 100L)
        < Math.multiplyExact(Math.multiplyExact(line.fen(), members), percent);
  }

  /** A parameter of one whole number. */
  long limit(String parameter) {
    return parameters.number(parameter, evidence);
  }

  /** A parameter given by class: the lowest of the classes in force. */
  long classLimit(String parameter) {
    return parameters.lowestOfClasses(parameter, view.classes(), evidence);
  }

  // ---- classes and applications

  boolean inClass(List<String> classes) {
    return !Collections.disjoint(view.classes(), classes);
  }

  boolean inAnyClass() {
    return !view.classes().isEmpty();
  }

  /** Whether one of these classes ended within the window, and the household is not in it again. */
  boolean leftClass(List<String> classes, Window window) {
    if (view.lines(EventType.CLASS_ENDED).isEmpty()) {
      return false; // as most have none
    }
    int firstDay = window.firstDay(view.asOf());
    Set<String> inForce = view.classes();
    Optional<LedgerLine> end =
        view.lines(EventType.CLASS_ENDED).stream()
            .filter(line -> line.day() >= firstDay)
            .filter(line -> classes.contains(((ClassEnded) line.body()).householdClass()))
            .filter(line -> !inForce.contains(((ClassEnded) line.body()).householdClass()))
            .reduce((earlier, later) -> later);
    end.ifPresent(this::happened);
    return end.isPresent();
  }

  /** Whether the household applied for any programme within the window. */
  boolean applied(Window window) {
    List<LedgerLine> applications = view.lines(EventType.APPLICATION_MADE);
    return !applications.isEmpty() && applications.stream().anyMatch(inside(window));
  }

  // ---- what happened

  /** Number of disasters that made the home collapse or damaged it badly, or hurt somebody. */
  long severeImpacts(Window window) {
    return happened(
        "severeImpacts",
        window,
        view.lines(EventType.DISASTER_IMPACT).stream()
            .filter(inside(window))
            .filter(line -> severe((DisasterImpact) line.body()))
            .toList());
  }

  private static boolean severe(DisasterImpact impact) {
    return impact.damage().equals("collapsed")
        || impact.damage().equals("severe")
        || impact.casualties() > 0
        || impact.injured() > 0;
  }

  boolean memberPresent(String personId) {
    return view.membership().isMember(personId, view.asOf());
  }

  /** The latest death of this member within the window. */
  boolean memberDied(String personId, Window window) {
    Optional<LedgerLine> death = death(personId, window);
    death.ifPresent(this::happened);
    return death.isPresent();
  }

  /** Income of the closed months as of the day of death: of the member, or of the household. */
  long incomeAtDeathFen(String personId, Window window, boolean ofHousehold) {
    int day =
        view.lines(EventType.MEMBER_DIED).stream()
            .filter(line -> personId.equals(line.personId()))
            .reduce((earlier, later) -> later)
            .orElseThrow(() -> new IllegalArgumentException("the member did not die"))
            .day();
    return incomeFen(
        ofHousehold ? "member.householdIncomeAtDeath" : "member.incomeAtDeath",
        ofHousehold ? null : personId,
        IncomeMonths.latestClosed(day),
        months(window));
  }

  private Optional<LedgerLine> death(String personId, Window window) {
    LedgerLine latest = null;
    for (LedgerLine line : view.lines(EventType.MEMBER_DIED)) {
      if (personId.equals(line.personId()) && line.day() >= window.firstDay(view.asOf())) {
        latest = line;
      }
    }
    return Optional.ofNullable(latest);
  }

  /**
   * Whether a disability of the member became severe within the window: grade 1 or 2, or 3 if
   * intellectual or mental, where the grading before of the same kind was milder or none.
   */
  boolean becameSeverelyDisabled(String personId, Window window) {
    if (view.lines(EventType.DISABILITY_GRADED).isEmpty()) {
      return false; // as most are
    }
    List<LedgerLine> gradings =
        view.lines(EventType.DISABILITY_GRADED).stream()
            .filter(line -> personId.equals(line.personId()))
            .toList();
    for (String kind : gradings.stream().map(Indicators::kind).distinct().toList()) {
      List<LedgerLine> ofKind = gradings.stream().filter(line -> kind(line).equals(kind)).toList();
      LedgerLine latest = ofKind.get(ofKind.size() - 1);
      DisabilityGraded grading = (DisabilityGraded) latest.body();
      boolean wasAsSevere =
          ofKind.size() > 1
              && isAsSevere((DisabilityGraded) ofKind.get(ofKind.size() - 2).body(), grading);
      if (inside(window).test(latest) && isSevere(grading) && !wasAsSevere) {
        happened(latest);
        return true;
      }
    }
    return false;
  }

  private static boolean isAsSevere(DisabilityGraded before, DisabilityGraded now) {
    return isSevere(before) && before.grade() <= now.grade();
  }

  private static boolean isSevere(DisabilityGraded grading) {
    return grading.grade() == 1
        || grading.grade() == 2
        || grading.grade() == 3
            && (grading.kind().equals("intellectual") || grading.kind().equals("mental"));
  }

  private static String kind(LedgerLine line) {
    return ((DisabilityGraded) line.body()).kind();
  }

  boolean accidentWithin(LedgerLine accident, Window window) {
    boolean within = inside(window).test(accident);
    if (within) {
      happened(accident);
    }
    return within;
  }

  static boolean hospitalStay(LedgerLine accident) {
    return ((AccidentHappened) accident.body()).hospitalStay();
  }

  static long deaths(LedgerLine accident) {
    return ((AccidentHappened) accident.body()).deaths();
  }

  /** Whether a grant of a programme was made from the day of the accident on, in so many days. */
  boolean grantedAfter(LedgerLine accident, String programme, long days) {
    return view.lines(EventType.GRANT_APPROVED).stream()
        .filter(line -> line.day() >= accident.day() && line.day() <= accident.day() + days)
        .anyMatch(line -> ((GrantApproved) line.body()).programme().equals(programme));
  }

  private Predicate<LedgerLine> inside(Window window) {
    int firstDay = window.firstDay(view.asOf());
    return line -> line.day() >= firstDay;
  }

  private long happened(String indicator, Window window, List<LedgerLine> lines) {
    lines.forEach(evidence::record);
    measured(indicator, window, lines.size(), "count");
    return lines.size();
  }

  private void happened(LedgerLine line) {
    evidence.record(line);
    String name = "happened." + line.type().name().toLowerCase(java.util.Locale.ROOT);
    evidence.measured(new Measured(name, "", line.day(), line.day(), 1, "count"));
  }

  private void measured(String indicator, Window window, long value, String unit) {
    if (!evidence.wanted()) {
      return;
    }
    evidence.measured(
        new Measured(
            indicator, window.toString(), window.firstDay(view.asOf()), view.asOf(), value, unit));
  }

  private static int months(Window window) {
    if (!window.inMonths()) {
      throw new IllegalArgumentException("income goes by months, not by " + window);
    }
    return window.count();
  }
}
