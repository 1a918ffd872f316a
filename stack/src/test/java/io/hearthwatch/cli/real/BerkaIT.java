package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.reference.Verdict;
import io.hearthwatch.stack.mapping.Repository;
import java.io.IOException;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The real bank data, year by year through the running stack. */
class BerkaIT {

  private static final List<String> FILES =
      List.of("trans_199301_199403.asc", "trans_loanaccounts_199504_199812.csv");

  /** Of the publisher's own rounding: his balances are off by up to this much. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.25");

  @TempDir private Path folder;

  /** One row of a file: what moved, and the balance that was published after it. */
  private record Row(String account, LocalDate day, BigDecimal moved, BigDecimal balance) {}

  @Test
  @Tag("exhaustive")
  void everyMonthOfEveryAccountIsExact(TestReporter reporter) throws Exception {
    Path data = Repository.sharedData("berka");
    List<Row> rows = new ArrayList<>();
    for (String file : FILES) {
      rows.addAll(rows(data.resolve(file)));
    }
    assertThat(rows).hasSize(79_302);
    Map<String, TreeMap<LocalDate, Long>> expected = daySums(rows);
    long compared = 0;

    List<Verdict> said = new ArrayList<>();
    Map<LocalDate, Set<String>> asked = new TreeMap<>();
    Map<String, Map<LocalDate, Long>> flows = new HashMap<>();
    List<SourceSaid> completeness = new ArrayList<>();
    try (RunningStack stack = new RunningStack(folder.resolve("var"))) {
      for (int year = 1993; year <= 1998; year++) {
        stack.command(
            "import",
            "--mapping=" + Repository.root().resolve("mappings/berka.yaml"),
            "--from=" + year + "-01-01",
            "--to=" + year + "-12-31",
            "--complete-through=" + year + "-12-31",
            data.toString());
        for (String source : List.of("civil-affairs", "finance")) {
          completeness.add(new SourceSaid(source, "CZ", LocalDate.of(year, 12, 31)));
        }
        for (int month = 1; month <= 12; month++) {
          LocalDate asOf = YearMonth.of(year, month).atEndOfMonth();
          Path file = folder.resolve("dump.jsonl");
          stack.command("review", "--as-of=" + asOf, "--dump=" + file);
          Dump dump = Dump.read(file);
          for (String household : dump.households()) {
            asked.computeIfAbsent(asOf, key -> new TreeSet<>()).add(household);
            for (String direction : List.of("received", "spent")) {
              TreeMap<LocalDate, Long> days =
                  expected.getOrDefault(household + direction, new TreeMap<>());
              assertThat(dump.indicator(household, direction, "months(1)"))
                  .as("%s %s in the month to %s", household, direction, asOf)
                  .hasValue(sum(days, asOf.minusMonths(1), asOf));
              assertThat(dump.flow(household, direction, YearMonth.from(asOf)))
                  .as("%s %s in the calendar month of %s", household, direction, asOf)
                  .isEqualTo(sum(days, asOf.withDayOfMonth(1).minusDays(1), asOf));
              compared += sum(days, asOf.withDayOfMonth(1).minusDays(1), asOf);
            }
            flows.computeIfAbsent(household, key -> new TreeMap<>()).putAll(dump.flows(household));
          }
          said.addAll(dump.verdicts());
        }
      }
      assertThat(compared)
          .as("all the money of the files was within some month of some dump")
          .isEqualTo(rows.stream().mapToLong(row -> fen(row.moved)).sum());
      assertThat(daysThatAgree(rows(data.resolve(FILES.get(0))), flows))
          .isEqualTo("39932 of 39960");
      assertThat(daysThatAgree(rows(data.resolve(FILES.get(1))), flows))
          .isEqualTo("23439 of 23439");
      Map<String, Long> verdicts =
          AgainstTheReference.holds(
              said,
              asked,
              SentEvents.read(stack.addresses()),
              completeness,
              Repository.root().resolve("policies"));
      reporter.publishEntry("verdicts", verdicts.toString());
    }
  }

  /** Sums in fen by household and direction, and by day; shares no code with the mapping. */
  private static Map<String, TreeMap<LocalDate, Long>> daySums(List<Row> rows) {
    Map<String, TreeMap<LocalDate, Long>> sums = new HashMap<>();
    for (Row row : rows) {
      sums.computeIfAbsent(
              row.account + (row.moved.signum() >= 0 ? "received" : "spent"),
              key -> new TreeMap<>())
          .merge(row.day, fen(row.moved), Long::sum);
    }
    return sums;
  }

  private static long sum(TreeMap<LocalDate, Long> days, LocalDate after, LocalDate to) {
    return days.subMap(after, false, to, true).values().stream().mapToLong(Long::longValue).sum();
  }

  private static long fen(BigDecimal moved) {
    return moved.abs().movePointRight(2).longValueExact();
  }

  /**
   * On how many days of accounts the balance of the evening before and the day's flow give a
   * balance that was published on this day. Which of a day's balances was the last is not told: the
   * order within a day is not that of booking.
   */
  private static String daysThatAgree(
      List<Row> rows, Map<String, Map<LocalDate, Long>> flowsByAccount) {
    Map<String, Map<LocalDate, List<BigDecimal>>> published = new TreeMap<>();
    for (Row row : rows) {
      published
          .computeIfAbsent(row.account, key -> new TreeMap<>())
          .computeIfAbsent(row.day, key -> new ArrayList<>())
          .add(row.balance);
    }
    int days = 0;
    int agree = 0;
    for (Map.Entry<String, Map<LocalDate, List<BigDecimal>>> account : published.entrySet()) {
      BigDecimal evening = BigDecimal.ZERO;
      for (Map.Entry<LocalDate, List<BigDecimal>> day : account.getValue().entrySet()) {
        long flow = flowsByAccount.get(account.getKey()).getOrDefault(day.getKey(), 0L);
        BigDecimal wanted = evening.add(BigDecimal.valueOf(flow, 2));
        evening =
            day.getValue().stream()
                .min((a, b) -> a.subtract(wanted).abs().compareTo(b.subtract(wanted).abs()))
                .orElseThrow();
        days++;
        agree += evening.subtract(wanted).abs().compareTo(ROUNDING) <= 0 ? 1 : 0;
      }
    }
    return agree + " of " + days;
  }

  /** Values have no separator inside in this data. */
  private static List<Row> rows(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String[] values = line.replace("\"", "").split(";", -1);
      if (values[0].equals("trans_id")) {
        continue;
      }
      boolean credit = values[3].equals("PRIJEM") || values[3].equals("credit");
      BigDecimal amount = new BigDecimal(values[5]);
      rows.add(
          new Row(
              "berka-account-" + values[1],
              LocalDate.of(
                  1900 + Integer.parseInt(values[2].substring(0, 2)),
                  Integer.parseInt(values[2].substring(2, 4)),
                  Integer.parseInt(values[2].substring(4))),
              credit ? amount : amount.negate(),
              new BigDecimal(values[6])));
    }
    return rows;
  }
}
