package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * A household as a person looks at it: who is in it, what is known, the common indicators, and the
 * money of every day of the last month.
 *
 * @param asOf epoch day
 * @param region region of registration
 * @param residence urban, rural, or empty while nobody registered it
 * @param members ids of the members on the as-of date
 * @param classes classes in force
 * @param lineCount lines of the ledger, tombstones among them
 * @param indicators the common indicators that are known
 * @param unknown names of the common indicators that are not, and why
 * @param flows money by day within months(1)
 */
public record Portrait(
    int asOf,
    String region,
    String residence,
    List<String> members,
    List<String> classes,
    int lineCount,
    List<Measured> indicators,
    List<Unknown> unknown,
    List<Flow> flows) {

  private static final Window LAST_MONTH = Window.months(1);

  /** An indicator that is not known. */
  public record Unknown(String indicator, String code, String detail) {}

  /**
   * Money of one day, whoever it was about: everything received, dibao and relief included, and the
   * household's own part of everything spent.
   */
  public record Flow(int day, long receivedFen, long spentFen) {}

  /** Draws it. */
  public static Portrait of(
      List<LedgerLine> lines, int asOf, PolicyBundle bundle, Completeness completeness) {
    HouseholdView view = new HouseholdView(lines, asOf);
    List<Flow> flows = flows(view);
    Indicating indicating = new Indicating(view, bundle, completeness);
    indicating.sum("received", flows.stream().mapToLong(Flow::receivedFen).sum());
    indicating.sum("spent", flows.stream().mapToLong(Flow::spentFen).sum());
    for (Window window : List.of(Window.days(30), Window.months(12))) {
      indicating.add("medical", i -> i.spending().medicalFen(null, window));
      indicating.add("rigid", i -> i.spending().rigidFen(window));
    }
    for (int months : new int[] {1, 3, 6, 12}) {
      indicating.add("income(months(" + months + "))", i -> i.income().fen(Window.months(months)));
    }
    return new Portrait(
        asOf,
        view.region(),
        view.residence().orElse(""),
        view.membership().everMembers().stream()
            .filter(person -> view.membership().isMember(person, asOf))
            .toList(),
        List.copyOf(view.classes()),
        lines.size(),
        List.copyOf(indicating.known),
        List.copyOf(indicating.unknown),
        flows);
  }

  /**
   * The same of a date so long past that what its windows look at is not all kept any more.
   *
   * @param firstKept epoch day of the first happenings that are
   */
  public Portrait ofTimesForgotten(int firstKept) {
    List<Unknown> more = new ArrayList<>(unknown);
    more.add(new Unknown("windows", "not-kept", LocalDate.ofEpochDay(firstKept).toString()));
    return new Portrait(
        asOf, region, residence, members, classes, lineCount, indicators, more, flows);
  }

  private static List<Flow> flows(HouseholdView view) {
    int firstDay = LAST_MONTH.firstDay(view.asOf());
    Map<Integer, long[]> byDay = new TreeMap<>();
    for (LedgerLine line : view.lines(EventType.INCOME_RECEIVED)) {
      if (line.day() >= firstDay) {
        byDay.computeIfAbsent(line.day(), day -> new long[2])[0] +=
            ((IncomeReceived) line.body()).amountFen();
      }
    }
    for (LedgerLine line : view.lines(EventType.EXPENSE_INCURRED)) {
      if (line.day() >= firstDay) {
        byDay.computeIfAbsent(line.day(), day -> new long[2])[1] +=
            ((ExpenseIncurred) line.body()).netFen();
      }
    }
    return byDay.entrySet().stream()
        .map(entry -> new Flow(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
        .toList();
  }

  /** Asks for one indicator after the other and remembers which of them are not known. */
  private static final class Indicating {
    private final HouseholdView view;
    private final String region;
    private final ParametersInForce parameters;
    private final Completeness completeness;
    private final List<Measured> known = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();

    Indicating(HouseholdView view, PolicyBundle bundle, Completeness completeness) {
      this.view = view;
      this.region = bundle.regionCodes().at(view.region(), view.asOf());
      this.parameters =
          new ParametersInForce(
              bundle, new ParametersInForce.Place(region, view.residence(), view.asOf()));
      this.completeness = completeness;
    }

    void sum(String name, long fen) {
      known.add(
          new Measured(
              name,
              LAST_MONTH.toString(),
              LAST_MONTH.firstDay(view.asOf()),
              view.asOf(),
              fen,
              "fen"));
    }

    void add(String name, ToLongFunction<Indicators> indicator) {
      Evidence evidence = new Evidence();
      try {
        var unused =
            indicator.applyAsLong(
                Indicators.of(
                    new Asked(view, region, parameters, completeness, new Deadlines(), evidence)));
        known.addAll(evidence.allMeasured());
      } catch (RuntimeException e) {
        // Whatever fails, as with rules: a question must never stop the job that answers it.
        NotAssessable.Reason why = NotAssessable.reason(e);
        unknown.add(new Unknown(name, why.code(), why.detail()));
      }
    }
  }
}
