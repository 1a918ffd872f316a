package io.hearthwatch.reference.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.reference.Chance;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.reference.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every cell of every level, by both bases, in both books, of the year and of the month, of every
 * disaster: the same as SQL counts over the surviving versions, whatever the order and repetition.
 */
class StatisticsReferenceTest {

  private static final String FAILED_BEFORE = "failed-relief-seeds.txt";
  private static final int SEEDS_IN_THE_GATE = 25;
  private static final int SEEDS_IN_ALL = 1_000;

  private static ReliefReference reference;

  @BeforeAll
  static void start() throws Exception {
    reference = ReliefReference.start();
  }

  @AfterAll
  static void stop() throws Exception {
    reference.close();
  }

  @Test
  void everyCellIsAsInTheReference() throws Exception {
    check(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void everyCellOfManyNationsIsAsInTheReference() throws Exception {
    check(SEEDS_IN_ALL);
  }

  /** Red twins: a reference that counts wrongly is noticed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "WHERE kind <> 'VOID'; WHERE true",
        "v.revision DESC; v.revision",
        "(v.kind = 'VOID') DESC; (v.kind = 'VOID')",
        "count(DISTINCT person_id) FILTER; count(person_id) FILTER",
        "count(DISTINCT household_id) FILTER; count(household_id) FILTER",
        "coalesce(helping_region, registered_region) AS helped FROM; registered_region AS helped FROM",
        "make_timestamp(year + 1, 4, 1, 0, 0, 0); make_timestamp(year + 1, 3, 1, 0, 0, 0)",
        "coalesce(g.body ->> 'cause', 'not-told'); 'not-told'",
        "AND g.household_id = p.household_id; ",
        "AND NOT c.on_the_eve AND c.on_the_day; ",
        "c.month >= CASE WHEN through.ytd THEN date_trunc('year', at.month)::date; c.month >= CASE WHEN through.ytd THEN DATE '2000-01-01'",
        "occurred_on DESC, first_reported DESC; occurred_on, first_reported DESC",
        "AND b.region <> a.reporting AND b.depth >= a.depth; AND false",
      })
  void aWrongReferenceIsNoticed(String right, String wrong) throws Exception {
    int noticed = 0;
    for (long seed = 1; seed <= 25 && noticed == 0; seed++) {
      List<RawEvent> told = ReliefNation.of(seed);
      noticed +=
          reference.cells(told, right, wrong == null ? "" : wrong).equals(run(told, seed)) ? 0 : 1;
    }
    assertThat(noticed).isPositive();
  }

  private static void check(int seeds) throws Exception {
    Set<Long> differing = new TreeSet<>();
    String first = "";
    long cells = 0;
    for (long seed : Seeds.upTo(seeds, FAILED_BEFORE)) {
      List<RawEvent> told = ReliefNation.of(seed);
      Map<String, List<Long>> expected = reference.cells(told);
      Map<String, List<Long>> said = run(told, seed);
      cells += expected.size();
      if (!said.equals(expected)) {
        differing.add(seed);
        first = first.isEmpty() ? difference(seed, expected, said) : first;
      }
    }
    System.out.printf("%d seeds: %d cells that are not 0%n", seeds, cells);
    assertThat(differing).as("their seeds belong into %s; %s", FAILED_BEFORE, first).isEmpty();
    assertThat(cells).as("cells that could have differed").isGreaterThan(500L * seeds);
  }

  private static Map<String, List<Long>> run(List<RawEvent> told, long seed) {
    Chance chance = new Chance(~seed);
    List<HouseholdEvent> order = new ArrayList<>(told.stream().map(DomainEvents::of).toList());
    for (int i = order.size() - 1; i > 0; i--) {
      order.set(i, order.set(chance.below(i + 1), order.get(i)));
    }
    ReliefRun run = new ReliefRun();
    order.forEach(run::take);
    return run.cells();
  }

  private static String difference(
      long seed, Map<String, List<Long>> expected, Map<String, List<Long>> said) {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(said.keySet());
    StringBuilder text = new StringBuilder("seed " + seed);
    names.stream()
        .filter(name -> !java.util.Objects.equals(expected.get(name), said.get(name)))
        .limit(8)
        .forEach(
            name ->
                text.append(
                    String.format("%n%s: %s, not %s", name, said.get(name), expected.get(name))));
    return text.toString();
  }
}
