package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.IncomeReceived;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed mapping on Synthea's files, against sums that share no code with it. */
class SyntheaImportTest {

  @TempDir private Path folder;

  private MappedFiles files() {
    return new MappedFiles(folder).mapping(Repository.root().resolve("mappings/synthea.yaml"));
  }

  /** Patient and day -> what was left to pay; no value of these files has a comma inside. */
  private static void addSelfPaid(
      Path file, int patient, int gross, int covered, Map<String, BigDecimal> sums)
      throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int start = lines.readLine().startsWith("START") ? 0 : 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] values = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
        sums.merge(
            values[patient] + " " + values[start].substring(0, 10),
            new BigDecimal(values[gross]).subtract(new BigDecimal(values[covered])),
            BigDecimal::add);
      }
    }
  }

  private static Map<String, BigDecimal> selfPaid(Path data) throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    addSelfPaid(data.resolve("encounters.csv.gz"), 3, 11, 12, sums);
    addSelfPaid(data.resolve("medications.csv.gz"), 2, 10, 8, sums);
    return sums;
  }

  private static Map<String, BigDecimal> selfPaid(List<HouseholdEvent> events) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (HouseholdEvent event : events) {
      if (event.body() instanceof ExpenseIncurred expense) {
        sums.merge(
            event.householdId() + " " + LocalDate.ofEpochDay(event.occurredOn()),
            BigDecimal.valueOf(expense.netFen(), 2),
            BigDecimal::add);
      }
    }
    return sums;
  }

  @Test
  void countsAndSumsOfTheWholeExport() throws IOException {
    Path data = Repository.sharedData("synthea");
    MappedFiles files = files().given(data);
    ImportResult result = files.run();
    assertThat(files.report()).isEmpty();
    assertThat(result.rows()).isEqualTo(78 + 17_518 + 11_870);
    assertThat(result.repeatedIds()).isZero();
    assertThat(result.byType().get("HouseholdRegistered").count()).isEqualTo(78);
    assertThat(result.byType().get("MemberJoined").count()).isEqualTo(78);
    assertThat(result.byType().get("MemberDied").count()).isEqualTo(18);
    assertThat(result.byType().get("ExpenseIncurred").count()).isEqualTo(17_518 + 11_870);
    assertThat(selfPaid(files.sink.events)).isEqualTo(selfPaid(data));
  }

  /**
   * Yearly income is never spread over months: one record a year, in December, the whole figure.
   */
  @Test
  void incomeIsOneFigureAYear() throws IOException {
    Path patients = Repository.sharedData("synthea").resolve("patients.csv");
    MappedFiles files = files().given(patients);
    files.run();
    Map<String, Long> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(patients);
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      for (int year = 2010; year <= 2023; year++) {
        String lastDay = year + "-12-31";
        boolean alive = values[2].isEmpty() || values[2].compareTo(lastDay) >= 0;
        if (values[1].compareTo(lastDay) <= 0 && alive) {
          expected.put(values[0] + " " + year + "12", Long.parseLong(values[10]) * 100);
        }
      }
    }
    Map<String, Long> found = new TreeMap<>();
    for (HouseholdEvent event : files.sink.events) {
      if (event.body() instanceof IncomeReceived income) {
        found.put(event.householdId() + " " + income.monthEarned().number(), income.amountFen());
      }
    }
    assertThat(found).isEqualTo(expected).hasSize(781);
  }

  @Test
  void theSampleOfTheRepository() throws IOException {
    Path sample = Repository.root().resolve("samples/synthea");
    MappedFiles files = files().given(sample);
    ImportResult result = files.run();
    assertThat(files.report()).isEmpty();
    assertThat(result.rows()).isEqualTo(12 + 822 + 446);
    assertThat(selfPaid(files.sink.events)).isEqualTo(selfPaid(sample));
    assertThat(files.sink.events)
        .extracting(HouseholdEvent::registeredRegion)
        .allSatisfy(region -> assertThat(region).startsWith("US.massachusetts."));
  }
}
