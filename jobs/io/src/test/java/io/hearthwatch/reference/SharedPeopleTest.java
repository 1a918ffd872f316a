package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.PersonRecords;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.RuleBook;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one person gets twice, in several households: the rules in SQL, which see all households at
 * once, and the stream, where each is told by the others in any order, say the same.
 */
class SharedPeopleTest {

  private static final int SEEDS_IN_THE_GATE = 12;
  private static final int SEEDS_IN_ALL = 100;

  private final PolicyInForce policy =
      new PolicyInForce(
          new RuleBook(NationPolicy.committed()),
          Completeness.NONE,
          new Retention(Versions.ZONE, Retention.DEFAULT_MONTHS));

  @Test
  void saysTheSameAsTheReferenceThatSeesAllHouseholds() throws IOException, SQLException {
    compare(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void saysTheSameOfManyPeople() throws IOException, SQLException {
    compare(SEEDS_IN_ALL);
  }

  private void compare(int seeds) throws IOException, SQLException {
    try (ReferenceDatabase database = ReferenceDatabase.start()) {
      Map<String, Long> hits = new TreeMap<>();
      for (long seed = 1; seed <= seeds; seed++) {
        SharedPeople people = new SharedPeople(seed);
        List<RawEvent> events = people.events();
        List<LocalDate> dates = people.dates();
        List<Verdict> reference = reference(database, events, dates);
        for (long order = 0; order < 2; order++) {
          List<Verdict> stream = stream(events, dates, new Chance(1_000 * seed + order), true);
          assertThat(stream).as("seed " + seed + ", order " + order).isEqualTo(reference);
        }
        reference.stream()
            .filter(Verdict::isHit)
            .forEach(verdict -> hits.merge(verdict.rule(), 1L, Long::sum));
      }
      assertThat(hits.keySet()).containsExactly("X01", "X02", "X03");
      assertThat(hits.values()).as("hits " + hits).allMatch(count -> count >= seeds / 2);
    }
  }

  /** Red twin: households that are not told of each other say something else. */
  @Test
  void householdsThatHearNothingOfOthersAreNoticed() throws IOException, SQLException {
    try (ReferenceDatabase database = ReferenceDatabase.start()) {
      SharedPeople people = new SharedPeople(1);
      List<RawEvent> events = people.events();
      List<LocalDate> dates = people.dates();
      assertThat(stream(events, dates, new Chance(1), false))
          .isNotEqualTo(reference(database, events, dates));
    }
  }

  /** Red twins: a department that is left out, and one that is told though it only paid. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OR EXISTS (|AND EXISTS (",
        "lower(told.type)|coalesce(nullif(lower(told.type), 'payment_made'), 'grant_approved')",
      })
  void whoIsToldInVainOrNotAtAllIsNoticed(String right, String wrong)
      throws IOException, SQLException {
    ReferenceDatabase.Variant variant = new ReferenceDatabase.Variant("90_hits.sql", right, wrong);
    try (ReferenceDatabase database = ReferenceDatabase.start()) {
      for (long seed = 1; seed <= SEEDS_IN_THE_GATE; seed++) {
        SharedPeople people = new SharedPeople(seed);
        List<RawEvent> events = people.events();
        List<LocalDate> dates = people.dates();
        if (!stream(events, dates, new Chance(seed), true)
            .equals(reference(database, events, dates, variant))) {
          return;
        }
      }
    }
    fail("not noticed of any of the people");
  }

  private static List<Verdict> reference(
      ReferenceDatabase database, List<RawEvent> events, List<LocalDate> dates)
      throws SQLException {
    return reference(database, events, dates, ReferenceDatabase.Variant.NONE);
  }

  private static List<Verdict> reference(
      ReferenceDatabase database,
      List<RawEvent> events,
      List<LocalDate> dates,
      ReferenceDatabase.Variant variant)
      throws SQLException {
    database.clear(variant);
    database.load(events.stream().map(RawEvent::toJsonLine));
    database.parameters(NationPolicy.COMMITTED);
    database.regions(NationPolicy.REGIONS);
    database.calendar(NationPolicy.CALENDAR);
    database.askEverybody(dates);
    return ofDuplicates(database.verdicts(variant));
  }

  private List<Verdict> stream(
      List<RawEvent> events, List<LocalDate> dates, Chance chance, boolean passedOn) {
    Map<String, StreamRun> runs = new TreeMap<>();
    SharedPeople.HOUSEHOLDS.forEach(id -> runs.put(id, new StreamRun(id, policy)));
    Map<String, PersonRecords> people = new HashMap<>();
    List<HouseholdEvent> told = events.stream().map(DomainEvents::of).toList();
    for (HouseholdEvent event : StreamRun.disorder(told, 20, chance)) {
      if (passedOn && PersonRecords.concerns(event)) {
        PersonRecords.Taken taken =
            people
                .getOrDefault(event.personId(), PersonRecords.none())
                .take(event, policy.retention());
        people.put(event.personId(), taken.records());
        taken.passed().forEach(passed -> runs.get(passed.toHousehold()).hear(passed.event()));
      }
      runs.get(event.householdId()).feed(List.of(event), chance, UnaryOperator.identity());
    }
    List<Verdict> verdicts = new ArrayList<>();
    runs.forEach(
        (id, run) -> {
          for (LocalDate date : dates) {
            verdicts.addAll(StreamSide.verdicts(id, run.ask(date, false).assessment()));
          }
        });
    return ofDuplicates(verdicts);
  }

  private static List<Verdict> ofDuplicates(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> verdict.rule().startsWith("X"))
        .sorted()
        .collect(Collectors.toList());
  }
}
