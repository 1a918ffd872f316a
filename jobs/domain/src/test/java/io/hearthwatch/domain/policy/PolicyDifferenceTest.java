package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.rule.Rule;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What counts as a difference, and for whom. */
class PolicyDifferenceTest {

  private static final String NATION = "";

  @Test
  void aValueChangesFromADateOnWhereverNothingElseIsSaid() {
    assertThat(
            between(
                List.of(entry(NATION, "2020-01-01", 700L), entry("33", "2023-01-01", 900L)),
                List.of(
                    entry(NATION, "2020-01-01", 700L),
                    entry("33", "2023-01-01", 900L),
                    entry(NATION, "2024-01-01", 750L),
                    entry("3301", "2024-07-01", 990L))))
        .containsExactly(
            "'' 2024-01-01..: 700 of '' -> 750 of ''",
            "'3301' 2024-07-01..: 900 of '33' -> 990 of '3301'");
  }

  @Test
  void aChangeInThePastEndsWhereTheNextEntryBegins() {
    assertThat(
            between(
                List.of(entry(NATION, "2020-01-01", 700L), entry(NATION, "2022-01-01", 750L)),
                List.of(entry(NATION, "2020-01-01", 701L), entry(NATION, "2022-01-01", 750L))))
        .containsExactly("'' 2020-01-01..2021-12-31: 700 of '' -> 701 of ''");
  }

  @Test
  void whatARegionEndsGoesBackToTheWiderOne() {
    assertThat(
            between(
                List.of(entry(NATION, "2020-01-01", 700L), entry("33", "2023-01-01", 900L)),
                List.of(
                    entry(NATION, "2020-01-01", 700L),
                    entry("33", "2023-01-01", 900L),
                    entry("33", "2025-01-01", null))))
        .containsExactly("'33' 2025-01-01..: 900 of '33' -> 700 of ''");
  }

  @Test
  void aParameterThatComesOrGoesSaysItsValues() {
    Parameter line = parameter(List.of(entry(NATION, "2020-01-01", 700L)));
    assertThat(PolicyDifference.between(bundle(), bundle(line)))
        .hasSize(2)
        .first()
        .isEqualTo(new PolicyChange.ParameterAdded(line));
    assertThat(said(PolicyDifference.between(bundle(line), bundle())))
        .contains("'' 2020-01-01..: 700 of '' -> nothing");
  }

  @Test
  void whatSaysTheSameIsNoDifference() {
    assertThat(
            between(
                List.of(entry(NATION, "2020-01-01", 700L)),
                List.of(
                    entry("33", "2023-01-01", 700L),
                    entry(NATION, "2022-01-01", 700L),
                    entry(NATION, "2020-01-01", 700L))))
        .isEmpty();
    assertThat(
            PolicyDifference.between(
                bundle(rule("members() > 3", Urgency.RED)),
                bundle(rule("members()>\n    3", Urgency.RED))))
        .isEmpty();
  }

  @Test
  void aRuleChangesInSomeRespects() {
    Rule was = rule("members() > 3", Urgency.RED);
    Rule is = rule("members() > 4", Urgency.BLUE);
    assertThat(PolicyDifference.between(bundle(was), bundle(is)))
        .extracting(change -> ((PolicyChange.RuleChanged) change).respect())
        .containsExactly("when", "urgencies");
    assertThat(PolicyDifference.between(bundle(), bundle(is)))
        .containsExactly(new PolicyChange.RuleAdded(is));
    assertThat(PolicyDifference.between(bundle(was), bundle()))
        .containsExactly(new PolicyChange.RuleRemoved(was));
  }

  @Test
  void anotherSourceOfTheSameValueIsSaid() {
    Parameter was = parameter(List.of(entry(NATION, "2020-01-01", 700L)));
    Parameter.Entry other =
        new Parameter.Entry(
            NATION, day("2020-01-01"), new ParameterValue.Number(700, false), "law");
    assertThat(PolicyDifference.between(bundle(was), bundle(parameter(List.of(other)))))
        .singleElement()
        .isInstanceOf(PolicyChange.SourceChanged.class);
  }

  @Test
  void daysOfTheCalendarByYear() {
    LocalDate friday = LocalDate.parse("2026-10-09");
    LocalDate saturday = LocalDate.parse("2026-10-10");
    assertThat(
            PolicyDifference.between(
                bundle(), bundle(new WorkingDays(Set.of(friday), Set.of(saturday)))))
        .containsExactly(new PolicyChange.DaysChanged(2026, List.of(friday), List.of(saturday)));
  }

  @Test
  void codesOfRegionsByDayAndCode() {
    RegionCodes.Change stays = new RegionCodes.Change(day("2020-01-01"), "11", "12", "law");
    RegionCodes.Change reworded = new RegionCodes.Change(day("2020-01-01"), "11", "12", "notice");
    RegionCodes.Change goes = new RegionCodes.Change(day("2021-01-01"), "21", "22", "law");
    RegionCodes.Change was = new RegionCodes.Change(day("2022-01-01"), "31", "32", "law");
    RegionCodes.Change is = new RegionCodes.Change(day("2022-01-01"), "31", "33", "law");
    List<RegionCodes.Level> levels = List.of(new RegionCodes.Level(2, new Text("省", "Province")));
    assertThat(
            PolicyDifference.between(
                bundle(new RegionCodes(List.of(), List.of(stays, goes, was))),
                bundle(new RegionCodes(levels, List.of(is, reworded)))))
        .containsExactly(
            new PolicyChange.LevelsChanged(List.of(), levels),
            new PolicyChange.CodeChanged(goes, null),
            new PolicyChange.CodeChanged(was, is));
  }

  private static List<String> between(List<Parameter.Entry> was, List<Parameter.Entry> is) {
    return said(PolicyDifference.between(bundle(parameter(was)), bundle(parameter(is))));
  }

  private static List<String> said(List<PolicyChange> changes) {
    return changes.stream()
        .filter(PolicyChange.ValueChanged.class::isInstance)
        .map(PolicyChange.ValueChanged.class::cast)
        .map(
            change ->
                "'%s' %s..%s: %s -> %s"
                    .formatted(
                        change.region(),
                        LocalDate.ofEpochDay(change.fromDay()),
                        change.throughDay().isPresent()
                            ? LocalDate.ofEpochDay(change.throughDay().getAsInt())
                            : "",
                        said(change.was()),
                        said(change.is())))
        .toList();
  }

  private static String said(Parameter.Entry entry) {
    return entry == null
        ? "nothing"
        : ((ParameterValue.Number) entry.value()).amount() + " of '" + entry.regionPrefix() + "'";
  }

  private static Parameter.Entry entry(String region, String from, Long amount) {
    return new Parameter.Entry(
        region,
        day(from),
        amount == null ? null : new ParameterValue.Number(amount, false),
        "assumed");
  }

  private static int day(String date) {
    return (int) LocalDate.parse(date).toEpochDay();
  }

  private static Parameter parameter(List<Parameter.Entry> entries) {
    Text text = new Text("线", "line");
    return new Parameter("line", Parameter.Unit.FEN, text, text, entries);
  }

  private static Rule rule(String when, Urgency urgency) {
    Text text = new Text("名", "name");
    return new Rule(
        "M01",
        text,
        "medical",
        Rule.Scope.HOUSEHOLD,
        when,
        "1",
        List.of(new Rule.UrgencyCase(null, urgency)),
        List.of("civil-affairs"),
        List.of(),
        null,
        text,
        "",
        "rules/M01.yaml:" + when.length());
  }

  private static PolicyBundle bundle(Object... parts) {
    Map<String, Parameter> parameters =
        Arrays.stream(parts)
            .filter(Parameter.class::isInstance)
            .map(Parameter.class::cast)
            .collect(Collectors.toMap(Parameter::id, parameter -> parameter));
    List<Rule> rules =
        Arrays.stream(parts).filter(Rule.class::isInstance).map(Rule.class::cast).toList();
    WorkingDays days =
        Arrays.stream(parts)
            .filter(WorkingDays.class::isInstance)
            .map(WorkingDays.class::cast)
            .findFirst()
            .orElse(PolicyBundle.NONE.workingDays());
    RegionCodes codes =
        Arrays.stream(parts)
            .filter(RegionCodes.class::isInstance)
            .map(RegionCodes.class::cast)
            .findFirst()
            .orElse(RegionCodes.NONE);
    return new PolicyBundle(
        "version", "author", "message", parameters, rules, List.of(), days, codes);
  }
}
