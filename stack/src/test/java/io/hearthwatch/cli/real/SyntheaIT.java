package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.reference.Verdict;
import io.hearthwatch.stack.mapping.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Synthetic patients through the running stack: a few in the gate, all of them in exhaustive. */
class SyntheaIT {

  @TempDir private Path folder;

  @Test
  void theSampleIsExact(TestReporter reporter) throws Exception {
    reporter.publishEntry(
        "verdicts", run(Repository.root().resolve("samples/synthea"), 2021, 2023, 3).toString());
  }

  @Test
  @Tag("exhaustive")
  void allPatientsAreExact(TestReporter reporter) throws Exception {
    reporter.publishEntry(
        "verdicts", run(Repository.sharedData("synthea"), 2016, 2023, 1).toString());
  }

  /** Each so many months everybody is asked, and at the end of each year. */
  private Map<String, Long> run(Path data, int from, int to, int monthsApart) throws Exception {
    Map<String, Long> expected = selfPaidByYear(data);
    List<Verdict> said = new ArrayList<>();
    Map<LocalDate, Set<String>> asked = new TreeMap<>();
    List<SourceSaid> completeness = new ArrayList<>();
    long billed = 0;
    try (RunningStack stack = new RunningStack(folder.resolve("var"))) {
      for (int year = from; year <= to; year++) {
        stack.command(
            "import",
            "--mapping=" + Repository.root().resolve("mappings/synthea.yaml"),
            "--from=" + (year == from ? "1900-01-01" : year + "-01-01"),
            "--to=" + year + "-12-31",
            "--complete-through=" + year + "-12-31",
            data.toString());
        for (String source : List.of("civil-affairs", "finance", "medical-insurance")) {
          completeness.add(new SourceSaid(source, "US", LocalDate.of(year, 12, 31)));
        }
        for (int month = monthsApart; month <= 12; month += monthsApart) {
          LocalDate asOf = YearMonth.of(year, month).atEndOfMonth();
          Path file = folder.resolve("dump.jsonl");
          stack.command("review", "--as-of=" + asOf, "--dump=" + file);
          Dump dump = Dump.read(file);
          said.addAll(dump.verdicts());
          for (String household : dump.households()) {
            asked.computeIfAbsent(asOf, key -> new TreeSet<>()).add(household);
            if (month == 12) {
              long sum = expected.getOrDefault(household + year, 0L);
              assertThat(dump.indicator(household, "medical", "months(12)"))
                  .as("%s in %d", household, year)
                  .hasValue(sum);
              billed += sum;
            }
          }
        }
      }
      assertThat(billed)
          .as("every bill of the files was within some year of some dump")
          .isPositive()
          .isEqualTo(sum(expected, from, to));
      return AgainstTheReference.holds(
          said,
          asked,
          SentEvents.read(stack.addresses()),
          completeness,
          Repository.root().resolve("policies"));
    }
  }

  private static long sum(Map<String, Long> byPatientAndYear, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .flatMapToLong(
            year ->
                byPatientAndYear.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith(year))
                    .mapToLong(Map.Entry::getValue))
        .sum();
  }

  /**
   * What patients paid themselves, in cents, by patient and year; shares no code with the mapping.
   * Bills of after a death (Synthea certifies it by an encounter days later) are not counted: sums
   * count people who were members on the day.
   */
  private static Map<String, Long> selfPaidByYear(Path data) throws IOException {
    Map<String, String> deaths = new HashMap<>();
    for (CSVRecord patient : records(data.resolve("patients.csv"))) {
      deaths.put(patient.get("Id"), patient.get("DEATHDATE"));
    }
    Map<String, Long> sums = new HashMap<>();
    for (String file : List.of("encounters.csv.gz", "medications.csv.gz")) {
      String total = file.startsWith("enc") ? "TOTAL_CLAIM_COST" : "TOTALCOST";
      for (CSVRecord bill : records(data.resolve(file))) {
        String patient = bill.get("PATIENT");
        String day = bill.get("START").substring(0, 10);
        String death = deaths.get(patient);
        if (death.isEmpty() || day.compareTo(death) <= 0) {
          sums.merge(
              patient + day.substring(0, 4),
              new BigDecimal(bill.get(total))
                  .subtract(new BigDecimal(bill.get("PAYER_COVERAGE")))
                  .movePointRight(2)
                  .longValueExact(),
              Long::sum);
        }
      }
    }
    return sums;
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        Reader text =
            new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      return format.parse(text).getRecords();
    }
  }
}
