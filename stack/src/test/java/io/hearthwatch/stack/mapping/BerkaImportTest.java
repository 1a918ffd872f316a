package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed mapping on the real bank data, against sums that share no code with it. */
class BerkaImportTest {

  private static final List<String> TRANSACTIONS =
      List.of("trans_199301_199403.asc", "trans_loanaccounts_199504_199812.csv");

  @TempDir private Path folder;
  private Path data;
  private MappedFiles files;

  @BeforeEach
  void start() {
    data = Repository.sharedData("berka");
    files = new MappedFiles(folder).mapping(Repository.root().resolve("mappings/berka.yaml"));
  }

  /** Account, direction and month -> sum; values have no separator inside in this data. */
  private Map<String, BigDecimal> sumsOfTheFiles() throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (String name : TRANSACTIONS) {
      for (String line : Files.readAllLines(data.resolve(name))) {
        String[] values = line.replace("\"", "").split(";", -1);
        if (!values[0].equals("trans_id")) {
          boolean credit = values[3].equals("PRIJEM") || values[3].equals("credit");
          String month = "19" + values[2].substring(0, 4);
          String key = "berka-account-" + values[1] + (credit ? " in " : " out ") + month;
          sums.merge(key, new BigDecimal(values[5]), BigDecimal::add);
        }
      }
    }
    return sums;
  }

  private static Map<String, BigDecimal> sumsOfTheEvents(List<HouseholdEvent> events) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (HouseholdEvent event : events) {
      LocalDate day = LocalDate.ofEpochDay(event.occurredOn());
      int month = day.getYear() * 100 + day.getMonthValue();
      if (event.body() instanceof IncomeReceived income) {
        assertThat(income.monthEarned().number()).isEqualTo(month);
        sums.merge(
            event.householdId() + " in " + month,
            BigDecimal.valueOf(income.amountFen(), 2),
            BigDecimal::add);
      } else if (event.body() instanceof ExpenseIncurred expense) {
        sums.merge(
            event.householdId() + " out " + month,
            BigDecimal.valueOf(expense.netFen(), 2),
            BigDecimal::add);
      }
    }
    return sums;
  }

  @Test
  void everyTransactionIsOneEventAndEverySumIsExact() throws IOException {
    ImportResult result = files.given(data).completeThrough("1998-12-31").run();
    assertThat(files.report()).isEmpty();
    Map<String, DayCount> byType = result.byType();
    assertThat(byType.get("IncomeReceived").count() + byType.get("ExpenseIncurred").count())
        .isEqualTo(79_302);
    assertThat(byType.get("HouseholdRegistered").count()).isEqualTo(4_500);
    assertThat(byType.get("MemberJoined").count()).isEqualTo(5_369);
    assertThat(result.repeatedIds()).isZero();
    assertThat(sumsOfTheEvents(files.sink.events))
        .isEqualTo(sumsOfTheFiles())
        .hasSizeGreaterThan(20_000);
    assertThat(files.sink.events).extracting(HouseholdEvent::reportedAt).isSorted();
    assertThat(files.sink.calls)
        .containsExactly(
            "flush 89171", "civil-affairs|CZ|1998-12-31", "finance|CZ|1998-12-31", "flush 89171");
  }

  @Test
  void kindsComeFromBothLanguages() {
    files.given(data.resolve(TRANSACTIONS.get(0))).given(data.resolve(TRANSACTIONS.get(1))).run();
    Map<String, Integer> counts = new TreeMap<>();
    for (HouseholdEvent event : files.sink.events) {
      String kind =
          event.body() instanceof IncomeReceived income
              ? income.kind()
              : ((ExpenseIncurred) event.body()).category();
      counts.merge(kind, 1, Integer::sum);
    }
    // Counted in the files: each is a sum over (type, operation, k_symbol) of both.
    assertThat(counts)
        .containsEntry("pension", 1_770)
        .containsEntry("property", 9_463 + 5_130)
        .containsEntry("wage", 2_002 + 1_448)
        .containsEntry("housing", 3_603 + 116 + 2_145 + 47)
        .containsEntry("insurance", 644 + 681)
        .containsEntry("loan", 123)
        .containsEntry("living", 13_436 + 651 + 41 + 12 + 9_757 + 856 + 54)
        .containsEntry("other", 9_759 + 5_445 + 1_636 + 337 + 64 + 5_304 + 3_186 + 1_549 + 43);
  }

  @Test
  void membersAreThePeopleOfTheDispositions() {
    files.given(data.resolve("disp.asc")).run();
    HouseholdEvent first =
        files.sink.events.stream()
            .filter(event -> event.personId().equals("berka-client-1"))
            .findFirst()
            .orElseThrow();
    assertThat(first.householdId()).isEqualTo("berka-account-1");
    assertThat(first.registeredRegion()).isEqualTo("CZ.south-bohemia.18");
    assertThat(first.body())
        .as("706213: a woman born on 13 December 1970")
        .isEqualTo(
            new MemberJoined(
                "registration", "head", (int) LocalDate.of(1970, 12, 13).toEpochDay()));
    assertThat(files.sink.events)
        .filteredOn(event -> ((MemberJoined) event.body()).role().equals("other"))
        .hasSize(869);
  }

  @Test
  void yearByYearGivesTheSameEvents() {
    files.given(data).run();
    Set<EventId> whole = ids(files.sink.events);
    Set<EventId> slices = new HashSet<>();
    for (int year = 1993; year <= 1998; year++) {
      files.sink.events.clear();
      files.days(year + "-01-01", year + "-12-31").run();
      slices.addAll(ids(files.sink.events));
    }
    assertThat(slices).isEqualTo(whole).hasSize(89_171);
  }

  private static Set<EventId> ids(List<HouseholdEvent> events) {
    Set<EventId> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.eventId()));
    return ids;
  }
}
