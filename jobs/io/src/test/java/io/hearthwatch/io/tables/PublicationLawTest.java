package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.tables.PublicationGuard.Cell;
import io.hearthwatch.io.tables.PublicationGuard.Counts;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The law of publishing over chance tables: three provinces, their cities and counties, some people
 * of no county, programmes and causes, and payments for grants of another month. Each seed is a
 * month; in the last one no cell is small.
 */
class PublicationLawTest {

  private static final int LIMIT = 5;
  private static final int SEEDS = 12;
  private static final int NONE_SMALL = SEEDS;

  private static final List<PublicationGuard> GUARDS = new ArrayList<>();
  private static final List<Set<Cell>> HIDDEN = new ArrayList<>();
  private static TestDatabase database;

  @BeforeAll
  static void publish() throws Exception {
    database = TestDatabase.migrated();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (int seed = 0; seed <= SEEDS; seed++) {
        PublicationGuard guard =
            new PublicationGuard(counts(new Random(seed), seed == NONE_SMALL), LIMIT);
        GUARDS.add(guard);
        HIDDEN.add(new HashSet<>());
        List<StatisticRow> rows = new ArrayList<>();
        for (Map.Entry<Cell, Counts> cell : guard.counts().entrySet()) {
          rows.add(row(seed, cell.getKey(), cell.getValue()));
        }
        StatisticUpsert.write(connection, rows);
      }
      connection.commit();
    }
    for (String row :
        database.rows(
            "SELECT month, region, programme, cause FROM hearthwatch.published_statistics"
                + " WHERE hidden")) {
      String[] columns = row.split("\\|");
      int seed = seed(columns[0]);
      HIDDEN.get(seed).add(new Cell(columns[1], columns[2], columns[3]));
    }
  }

  private static int yearMonth(int seed) {
    return (2001 + seed / 12) * 100 + seed % 12 + 1;
  }

  private static int seed(String month) {
    return (Integer.parseInt(month.substring(0, 4)) - 2001) * 12
        + Integer.parseInt(month.substring(5, 7))
        - 1;
  }

  /** Few cells are large and many small or empty, as in a nation. */
  private static Map<Cell, Counts> counts(Random random, boolean noneSmall) {
    Map<Cell, Counts> counts = new HashMap<>();
    for (String region : regions(random)) {
      for (String programme : List.of("dibao", "temporary", "medical")) {
        for (String cause : List.of("illness", "fire", "not-told")) {
          if (random.nextInt(10) < 4) {
            continue;
          }
          if (!noneSmall && random.nextInt(8) == 0) {
            add(counts, region, programme, cause, new Counts(0, 0, 0, 80_000));
            continue;
          }
          long households = noneSmall ? LIMIT + random.nextInt(9) : few(random);
          long persons = households + random.nextLong(households + 1);
          long personTimes = persons + random.nextLong(persons + 1);
          add(
              counts,
              region,
              programme,
              cause,
              new Counts(personTimes, persons, households, personTimes * 80_000));
        }
      }
    }
    return counts;
  }

  private static long few(Random random) {
    return (long) Math.min(400, 1 / Math.pow(1 - random.nextDouble(), 1.6));
  }

  private static List<String> regions(Random random) {
    List<String> regions = new ArrayList<>();
    for (String province : List.of("11", "36", "43")) {
      for (int city = 1; city <= 2 + random.nextInt(2); city++) {
        String code = province + "0" + city;
        if (random.nextInt(3) == 0) {
          regions.add(code);
        }
        for (int county = 1; county <= 1 + random.nextInt(4); county++) {
          regions.add(code + "0" + county);
        }
      }
    }
    return regions;
  }

  private static void add(
      Map<Cell, Counts> counts, String region, String programme, String cause, Counts some) {
    for (String level = region; ; level = PublicationGuard.above(level)) {
      for (String anyProgramme : List.of(programme, "ALL")) {
        for (String anyCause : List.of(cause, "ALL")) {
          counts.merge(new Cell(level, anyProgramme, anyCause), some, Counts::sum);
        }
      }
      if (level.equals("ALL")) {
        return;
      }
    }
  }

  private static StatisticRow row(int seed, Cell cell, Counts counts) {
    FiguresRow figures =
        new FiguresRow(
            counts.personTimes(),
            counts.persons(),
            counts.households(),
            counts.personTimes() * 80_000,
            counts.paidFen(),
            0,
            0);
    return new StatisticRow(
        cell.region(),
        cell.programme(),
        cell.cause(),
        "",
        yearMonth(seed),
        "HELPED",
        figures,
        figures,
        FiguresRow.NOTHING,
        FiguresRow.NOTHING,
        ReportedRow.NOTHING,
        null,
        0,
        0);
  }

  @Test
  void noSmallCellIsShown() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(GUARDS.get(seed).shown(HIDDEN.get(seed))).as("seed " + seed).isEmpty();
      // The red twin: nothing hidden.
      assertThat(GUARDS.get(seed).shown(Set.of())).as("seed " + seed).isNotEmpty();
    }
  }

  @Test
  void noLineGivesAHiddenCellAway() {
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(GUARDS.get(seed).told(HIDDEN.get(seed))).as("seed " + seed).isEmpty();
      // The red twin: the small cells hidden, and nothing else.
      assertThat(GUARDS.get(seed).told(small(seed))).as("seed " + seed).isNotEmpty();
    }
  }

  private static Set<Cell> small(int seed) {
    PublicationGuard guard = GUARDS.get(seed);
    return guard.counts().keySet().stream().filter(guard::isSmall).collect(Collectors.toSet());
  }

  @Test
  void nothingIsHiddenWithoutNeed() {
    assertThat(GUARDS.get(NONE_SMALL).counts()).hasSizeGreaterThan(100);
    assertThat(HIDDEN.get(NONE_SMALL)).isEmpty();
    for (int seed = 0; seed < SEEDS; seed++) {
      assertThat(HIDDEN.get(seed)).as("seed " + seed).isNotEmpty();
      assertThat(HIDDEN.get(seed)).as("seed " + seed).doesNotContain(new Cell("ALL", "ALL", "ALL"));
    }
  }

  @Test
  void aHiddenCellShowsNoFigureAndAShownOneAll() throws Exception {
    assertThat(
            database.rows(
                "SELECT * FROM hearthwatch.published_statistics WHERE hidden <>"
                    + " ALL (ARRAY[person_times IS NULL, persons IS NULL, households IS NULL,"
                    + " granted_fen IS NULL, paid_fen IS NULL]) OR ytd_hidden <>"
                    + " ALL (ARRAY[ytd_person_times IS NULL, ytd_persons IS NULL,"
                    + " ytd_households IS NULL, ytd_granted_fen IS NULL, ytd_paid_fen IS NULL])"))
        .isEmpty();
  }

  @Test
  void theYearToDateSaysNoMoreThanTheMonths() throws Exception {
    for (String row :
        database.rows(
            "SELECT month, region, programme, cause, ytd_hidden"
                + " FROM hearthwatch.published_statistics")) {
      String[] columns = row.split("\\|");
      Cell cell = new Cell(columns[1], columns[2], columns[3]);
      int seed = seed(columns[0]);
      boolean hiddenSoFar = false;
      for (int month = seed - seed % 12; month <= seed; month++) {
        hiddenSoFar |= HIDDEN.get(month).contains(cell);
      }
      assertThat(columns[4]).as(row).isEqualTo(hiddenSoFar ? "t" : "f");
    }
  }
}
