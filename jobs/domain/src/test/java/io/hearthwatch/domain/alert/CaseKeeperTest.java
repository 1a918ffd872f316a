package io.hearthwatch.domain.alert;

import static io.hearthwatch.domain.household.Lines.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.Lines;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import io.hearthwatch.domain.rule.Muted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a case, by what it is and what the rules say. */
class CaseKeeperTest {

  private static final Retention RETENTION = new Retention(Lines.ZONE, 36);
  private static final int TODAY = day("2023-06-05"); // a Monday
  private static final long NOON = RETENTION.startMs(TODAY) + 12 * 3_600_000L;

  private static final PolicyBundle BUNDLE =
      new PolicyBundle(
          "v",
          "",
          "",
          Map.of(
              VisitLimits.RED_HOURS, parameter(new ParameterValue.Number(24, false)),
              VisitLimits.REOPEN_DAYS, parameter(new ParameterValue.Number(30, false)),
              VisitLimits.WORKING_DAYS,
                  parameter(
                      new ParameterValue.Keyed(Map.of("ORANGE", 3L, "YELLOW", 5L, "BLUE", 10L)))),
          List.of(),
          new WorkingDays(Set.of(), Set.of()));

  /**
   * The decision table. Hits are written RULE/urgency/measure; "then" are those of the day of
   * opening, looked at with what is known now.
   */
  @ParameterizedTest(name = "{0}, {1} -> {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // case      | said      | now                     | then      | transition | urgency
        "none        | -         | -                       | -         | -          | -",
        "none        | -         | M01/ORANGE/100          | -         | OPENED     | ORANGE",
        "none        | -         | M01/BLUE/1 Z01/RED/1    | -         | OPENED     | RED",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100     | -         | -          | -",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/124     | -         | -          | -",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/125     | -         | UPDATED    | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/1       | -         | -          | -",
        "OPEN        | R04/ORANGE/-100| R04/ORANGE/-100    | -         | -          | -",
        "OPEN        | R04/ORANGE/-100| R04/ORANGE/-76     | -         | -          | -",
        "OPEN        | R04/ORANGE/-100| R04/ORANGE/-75     | -         | UPDATED    | ORANGE",
        "OPEN        | R04/ORANGE/-100| R04/ORANGE/-200    | -         | -          | -",
        "OPEN        | M01/ORANGE/0   | M01/ORANGE/0       | -         | -          | -",
        "OPEN        | M01/ORANGE/0   | M01/ORANGE/1       | -         | UPDATED    | ORANGE",
        "OPEN        | M01/ORANGE/3   | M01/ORANGE/4       | -         | UPDATED    | ORANGE",
        "OPEN        | M01/ORANGE/5   | M01/ORANGE/6       | -         | -          | -",
        "OPEN        | M01/ORANGE/100 | M02/ORANGE/100     | -         | UPDATED    | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100 I05/ORANGE/1 | - | UPDATED   | ORANGE",
        "OPEN        | M01/ORANGE/100 I05/ORANGE/1 | M01/ORANGE/100 | - | UPDATED   | ORANGE",
        "OPEN        | M01/ORANGE/100 R01/YELLOW/1 | M01/ORANGE/100 R01/BLUE/1 | - | UPDATED | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/RED/100        | -         | RAISED     | RED",
        "OPEN        | M01/ORANGE/100 | M01/YELLOW/100     | -         | LOWERED    | YELLOW",
        "OPEN        | M01/ORANGE/100 | -                  | M01/ORANGE/1 | CLOSED  | ORANGE",
        "OPEN        | M01/ORANGE/100 | -                  | M02/ORANGE/1 | WITHDRAWN | ORANGE",
        "OPEN        | M01/ORANGE/100 | -                  | -         | WITHDRAWN  | ORANGE",
        // A rule with a question mark cannot be assessed: a source is silent, and that is no
        // recovery.
        "OPEN        | R04/ORANGE/100 | R04?               | -         | -          | -",
        "OPEN        | R04/ORANGE/100 | R04? M02?          | R04/ORANGE/1 | -       | -",
        "OPEN        | R04/ORANGE/100 | M02?               | R04/ORANGE/1 | CLOSED  | ORANGE",
        "OPEN        | R04/ORANGE/100 R01/YELLOW/1 | R04? R01/YELLOW/1 | - | -       | -",
        "OPEN        | R04/ORANGE/100 R01/YELLOW/1 | R04? M02/ORANGE/1 | - | UPDATED | ORANGE",
        "OPEN        | R04/ORANGE/100 | R04? Z01/RED/1     | -         | RAISED     | RED",
        "OPEN        | R04/ORANGE/100 | -                  | R04?      | CLOSED     | ORANGE",
        "CLOSED 1    | -         | R04?                    | -         | -          | -",
        "none        | -         | R04?                    | -         | -          | -",
        // A hit that ends with "muted" is one that no case is about.
        "none        | -         | M01/ORANGE/1/muted      | -         | -          | -",
        "none        | -         | M01/BLUE/1 Z01/RED/1/muted | -      | OPENED     | BLUE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100/muted | M01/ORANGE/1 | CLOSED | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100/muted | M01/ORANGE/1/muted | CLOSED | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100/muted | -         | WITHDRAWN | ORANGE",
        "OPEN        | M01/ORANGE/100 | M01/ORANGE/100 Z01/RED/1/muted | - | -       | -",
        "OPEN        | M01/ORANGE/100 Z01/RED/1 | M01/ORANGE/100 Z01/RED/1/muted | - | LOWERED | ORANGE",
        "OPEN        | M01/ORANGE/100 R01/YELLOW/1 | M01/ORANGE/100 R01/YELLOW/1/muted | - | UPDATED | ORANGE",
        "OPEN        | R04/ORANGE/100 | R04? M01/RED/1/muted | -        | -          | -",
        "ACCEPTED    | M01/ORANGE/100 | M01/ORANGE/100/muted | -        | -          | -",
        "CLOSED 30   | -         | M01/ORANGE/1/muted      | -         | -          | -",
        "ACCEPTED    | M01/ORANGE/100 | -                  | -         | -          | -",
        "ACCEPTED    | M01/ORANGE/100 | M01/RED/100        | -         | RAISED     | RED",
        "ACCEPTED    | M01/ORANGE/100 | M01/BLUE/100       | -         | LOWERED    | BLUE",
        "CLOSED 30   | -         | -                       | -         | -          | -",
        "CLOSED 30   | -         | M01/ORANGE/1            | -         | REOPENED   | ORANGE",
        "CLOSED 31   | -         | M01/ORANGE/1            | -         | OPENED     | ORANGE",
        "WITHDRAWN 30| -         | M01/ORANGE/1            | -         | REOPENED   | ORANGE",
        "WITHDRAWN 31| -         | M01/ORANGE/1            | -         | OPENED     | ORANGE",
      })
  void decides(
      String state, String said, String now, String then, CaseTransition to, Urgency urgency) {
    CaseKeeper.Decision decision =
        keeper().decide(last(state, said), assessment(now), NOON, day -> assessment(then));
    if (to == null) {
      assertThat(decision).isNull();
    } else {
      assertThat(decision.transition()).isEqualTo(to);
      assertThat(decision.state().urgency()).isEqualTo(urgency);
    }
  }

  @Test
  void looksAtTheDayOfTheLatestOpening() {
    Case last = last("OPEN", "M01/ORANGE/1");
    keeper()
        .decide(
            last,
            assessment(null),
            NOON,
            day -> {
              assertThat(day).isEqualTo(last.causedOn());
              return assessment(null);
            });
  }

  @Test
  void countsCasesAndChanges() {
    Case first = keeper().decide(null, assessment("M01/ORANGE/1"), NOON, none()).state();
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.sequence()).isEqualTo(1);
    assertThat(first.openedOn()).isEqualTo(TODAY);
    Case reopened =
        keeper().decide(last("CLOSED 30", null), assessment("M01/BLUE/1"), NOON, none()).state();
    assertThat(reopened.number()).isEqualTo(4);
    assertThat(reopened.sequence()).isEqualTo(8);
    assertThat(reopened.openedOn()).isEqualTo(day("2023-01-01"));
    assertThat(reopened.causedOn()).isEqualTo(TODAY);
    Case next =
        keeper().decide(last("CLOSED 31", null), assessment("M01/BLUE/1"), NOON, none()).state();
    assertThat(next.number()).isEqualTo(5);
    assertThat(next.sequence()).isEqualTo(1);
    assertThat(next.openedOn()).isEqualTo(TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "RED, 2023-06-06T12:00:00", // 24 hours from the cause
    "ORANGE, 2023-06-08T23:59:59.999", // the end of the third working day
    "YELLOW, 2023-06-12T23:59:59.999", // over a weekend
    "BLUE, 2023-06-19T23:59:59.999",
  })
  void theVisitIsDue(Urgency urgency, java.time.LocalDateTime by) {
    Case state = keeper().decide(null, assessment("M01/" + urgency + "/1"), NOON, none()).state();
    assertThat(state.visitBy()).isEqualTo(by.atZone(Lines.ZONE).toInstant().toEpochMilli());
  }

  @Test
  void raisingNeverExtendsTheDeadlineAndLoweringNeverMovesIt() {
    Case soon = last("OPEN", "M01/ORANGE/1");
    assertThat(soon.visitBy()).isLessThan(NOON + 24 * 3_600_000L);
    for (String now : List.of("M01/RED/1", "M01/BLUE/1", "M02/ORANGE/1")) {
      assertThat(keeper().decide(soon, assessment(now), NOON, none()).state().visitBy())
          .isEqualTo(soon.visitBy());
    }
  }

  private static java.util.function.IntFunction<Assessment> none() {
    return day -> assessment(null);
  }

  private static CaseKeeper keeper() {
    return new CaseKeeper(new VisitLimits(BUNDLE, RETENTION, Lines.REGION, TODAY));
  }

  /** The fourth case of the household; an ended one ended so many days ago. */
  private static Case last(String state, String said) {
    String[] words = state.strip().split("\\s+");
    if (words[0].equals("none")) {
      return null;
    }
    List<Case.SaidHit> hits = Case.SaidHit.of(hits(said), List.of());
    return new Case(
        4,
        7,
        CaseStatus.valueOf(words[0]),
        day("2023-01-01"),
        day("2023-02-01"),
        words.length > 1 ? TODAY - Integer.parseInt(words[1]) : 0,
        hits.stream().map(Case.SaidHit::urgency).reduce(Urgency.BLUE, Urgency::higher),
        NOON + 1,
        hits,
        hits);
  }

  private static Assessment assessment(String hits) {
    return new Assessment(TODAY, hits(hits), muted(hits), unknown(hits), Assessment.NOTHING_DUE);
  }

  private static List<Muted> muted(String text) {
    return words(text)
        .filter(word -> word.endsWith("/muted"))
        .map(word -> new Muted(word.split("/")[0], "", TODAY - 1, TODAY))
        .toList();
  }

  private static List<Assessment.Unassessed> unknown(String text) {
    return words(text)
        .filter(word -> word.endsWith("?"))
        .map(word -> word.substring(0, word.length() - 1))
        .map(rule -> new Assessment.Unassessed(rule, "", "income-unknown", "2023-04"))
        .toList();
  }

  private static Stream<String> words(String text) {
    return text == null ? Stream.empty() : Stream.of(text.strip().split("\\s+"));
  }

  private static List<Hit> hits(String text) {
    return words(text)
        .filter(word -> !word.endsWith("?"))
        .map(word -> word.split("/"))
        .map(
            word ->
                new Hit(
                    word[0],
                    "",
                    Urgency.valueOf(word[1]),
                    "",
                    Long.parseLong(word[2]),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    List.of()))
        .toList();
  }

  private static Parameter parameter(ParameterValue value) {
    return new Parameter(
        "p",
        Parameter.Unit.COUNT,
        new Text("名", "title"),
        new Text("问", "question"),
        List.of(new Parameter.Entry("", 0, value, "assumed")));
  }
}
