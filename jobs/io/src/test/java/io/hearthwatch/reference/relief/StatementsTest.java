package io.hearthwatch.reference.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.reference.Chance;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Statements are said by changes, as versions come in any order; in the end there are those, and
 * only those, that follow from the set of all versions, and their totals are those of the figures.
 */
class StatementsTest {

  private static final String FAILED_BEFORE = "failed-relief-seeds.txt";
  private static final int FIRST_MONTH = 202101;
  private static final int MONTHS = 40;

  /** Household, month and day. */
  private record Key(String householdId, Month month, int knownOn) {}

  @Test
  void areThoseOfTheSetOfVersions() {
    check(60);
  }

  @Test
  @Tag("exhaustive")
  void areThoseOfTheSetOfVersionsOfManyNations() {
    check(1_000);
  }

  /** Red twin: were the end of a statement not said, some would be left over. */
  @Test
  void aStatementThatIsNoLongerWouldBeNoticed() {
    int noticed = 0;
    for (long seed = 1; seed <= 60; seed++) {
      noticed += said(seed, true).equals(said(seed, false)) ? 0 : 1;
    }
    assertThat(noticed).isPositive();
  }

  private static void check(int seeds) {
    Set<Long> differing = new TreeSet<>();
    int statements = 0;
    for (long seed : Seeds.upTo(seeds, FAILED_BEFORE)) {
      Map<Key, Statement> expected = ofTheSet(ledgers(seed, new HashMap<>(), true));
      statements += expected.size();
      if (!said(seed, true).equals(expected) || !totalsAgree(seed, expected)) {
        differing.add(seed);
      }
    }
    System.out.printf("%d seeds: %d statements%n", seeds, statements);
    assertThat(differing).as("their seeds belong into %s", FAILED_BEFORE).isEmpty();
    assertThat(statements).as("statements that could have differed").isGreaterThan(10 * seeds);
  }

  /** What the newest statements grant in all is what the figures of the nation say. */
  private static boolean totalsAgree(long seed, Map<Key, Statement> statements) {
    Map<List<Object>, Statement> newest = new HashMap<>();
    statements.forEach(
        (key, statement) ->
            newest.merge(
                List.of(key.householdId, key.month),
                statement,
                (one, other) -> one.knownOn() > other.knownOn() ? one : other));
    ReliefRun figures = new ReliefRun();
    order(seed).forEach(figures::take);
    long personTimes = 0;
    long grantedFen = 0;
    for (Map.Entry<String, List<Long>> cell : figures.cells().entrySet()) {
      if (cell.getKey().startsWith("NOW|HELPED|ALL|ALL|ALL|") && cell.getKey().endsWith("|month")) {
        personTimes += cell.getValue().get(0);
        grantedFen += cell.getValue().get(3);
      }
    }
    return personTimes
            == newest.values().stream()
                .flatMap(statement -> statement.lines().stream())
                .mapToLong(Statement.Line::grants)
                .sum()
        && grantedFen == newest.values().stream().mapToLong(Statement::grantedFen).sum();
  }

  private static Map<Key, Statement> said(long seed, boolean withEnds) {
    Map<Key, Statement> said = new HashMap<>();
    ledgers(seed, said, withEnds);
    return said;
  }

  private static Map<String, ReliefLedger> ledgers(
      long seed, Map<Key, Statement> said, boolean withEnds) {
    Statements statements = new Statements(ReliefRun.BOOKS.zone());
    Map<String, ReliefLedger> ledgers = new HashMap<>();
    for (HouseholdEvent event : order(seed)) {
      String household = event.householdId();
      ReliefLedger before = ledgers.getOrDefault(household, ReliefLedger.empty());
      ReliefLedger.Applied applied = before.apply(event);
      if (applied.outcome() == ReliefLedger.Outcome.STORED) {
        ledgers.put(household, applied.ledger());
        for (Statements.Change change : statements.changes(before, applied.ledger(), event)) {
          Key key = new Key(household, change.month(), change.knownOn());
          if (change.statement() != null) {
            said.put(key, change.statement());
          } else if (withEnds) {
            said.remove(key);
          }
        }
      }
    }
    return ledgers;
  }

  private static Map<Key, Statement> ofTheSet(Map<String, ReliefLedger> ledgers) {
    Statements statements = new Statements(ReliefRun.BOOKS.zone());
    Map<Key, Statement> all = new HashMap<>();
    ledgers.forEach(
        (household, ledger) -> {
          for (int m = 0; m < MONTHS; m++) {
            Month month = Month.ofNumber(FIRST_MONTH).plus(m);
            new TreeMap<>(statements.history(ledger, month))
                .forEach((day, statement) -> all.put(new Key(household, month, day), statement));
          }
        });
    return all;
  }

  private static List<HouseholdEvent> order(long seed) {
    Chance chance = new Chance(~seed);
    List<HouseholdEvent> order =
        new ArrayList<>(ReliefNation.of(seed).stream().map(DomainEvents::of).toList());
    for (int i = order.size() - 1; i > 0; i--) {
      order.set(i, order.set(chance.below(i + 1), order.get(i)));
    }
    return order;
  }
}
