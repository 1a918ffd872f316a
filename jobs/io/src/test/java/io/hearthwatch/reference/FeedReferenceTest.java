package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.FeedState;
import io.hearthwatch.domain.alert.FeedWatch;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.rule.FeedView;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** S01, of random diaries of sources and days: the same in SQL and in the step of a feed. */
class FeedReferenceTest {

  private static final String RULE = "feeds/S01.sql";
  private static final int SEEDS_IN_THE_GATE = 10;
  private static final int SEEDS_IN_ALL = 500;
  private static final int ENTRIES = 100;
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final List<String> SOURCES = List.of("emergency", "utilities", "weather");
  private static final List<String> PREFIXES = List.of("", "11", "1101");
  private static final String PARAMETER = "source-silence-days";

  private static ReferenceDatabase database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = ReferenceDatabase.start();
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    database.close();
  }

  /**
   * An entry of a diary: what a feed says, or that a day begins.
   *
   * @param feed null where a day begins
   * @param day through which the feed is complete; or which begins
   */
  private record Entry(Feed feed, LocalDate day) {}

  /** A diary, and what policy says while it is written. */
  private record Diary(List<Entry> entries, List<ParameterEntry> parameters) {

    static Diary of(long seed) {
      Chance chance = new Chance(seed);
      List<Entry> entries = new ArrayList<>();
      LocalDate today = FIRST;
      for (int i = 0; i < ENTRIES; i++) {
        if (chance.percent(55)) {
          today = today.plusDays(chance.pick(0, 1, 1, 1, 1, 1, 2, 9));
          entries.add(new Entry(null, today.minusDays(chance.percent(5) ? 1 : 0)));
        } else {
          Feed feed = new Feed(chance.pick(SOURCES), chance.pick(PREFIXES));
          entries.add(new Entry(feed, today.minusDays(chance.pick(1, 1, 2, 5, 30, -3))));
        }
      }
      return new Diary(entries, parameters(today, chance));
    }

    /** Short limits, so that each is met; of some regions, and now and then of none. */
    private static List<ParameterEntry> parameters(LocalDate last, Chance chance) {
      List<ParameterEntry> entries = new ArrayList<>(NationPolicy.COMMITTED);
      for (String prefix : PREFIXES) {
        LocalDate from = chance.within(FIRST, last);
        Map<String, Long> limits = new TreeMap<>(Map.of("none", chance.between(1L, 6L)));
        if (chance.percent(60)) {
          limits.put(chance.pick(SOURCES), chance.between(1L, 6L));
        }
        ParameterEntry entry =
            new ParameterEntry(PARAMETER, "days", prefix, from, null, false, limits, null);
        entries.add(entry);
        if (chance.percent(30)) {
          entries.add(entry.endedOn(from.plusDays(chance.between(1, 30))));
        }
      }
      return entries;
    }
  }

  @Test
  void saysTheSameAsTheReference() throws SQLException {
    assertEqual(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void saysTheSameAsTheReferenceOfManyDiaries() throws SQLException {
    assertEqual(SEEDS_IN_ALL);
  }

  private static void assertEqual(int seeds) throws SQLException {
    long hits = 0;
    long unknown = 0;
    long neither = 0;
    for (long seed = 1; seed <= seeds; seed++) {
      Diary diary = Diary.of(seed);
      List<String> reference = reference(diary, ReferenceDatabase.Variant.NONE);
      assertThat(stream(diary)).as("diary %d", seed).isEqualTo(reference);
      hits += reference.stream().filter(said -> said.contains("BLUE")).count();
      unknown += reference.stream().filter(said -> said.contains("not assessable")).count();
      neither += reference.stream().filter(said -> said.endsWith("nothing")).count();
    }
    assertThat(List.of(hits, unknown, neither))
        .as("hits, not assessable, neither")
        .allMatch(count -> count > 100);
  }

  /** Red twins. */
  @ParameterizedTest
  @CsvFileSource(resources = "/reference/feeds/wrong-variants.csv", delimiter = '|')
  void noticesAWrongRule(String right, String wrong) throws SQLException {
    for (long seed = 1; seed <= SEEDS_IN_THE_GATE; seed++) {
      Diary diary = Diary.of(seed);
      if (!reference(diary, new ReferenceDatabase.Variant(RULE, right, wrong))
          .equals(stream(diary))) {
        return;
      }
    }
    throw new AssertionError("not noticed in any diary");
  }

  /** Of each feed that is known, after each entry: a line. */
  private static List<String> stream(Diary diary) {
    PolicyInForce policy =
        NationPolicy.of(
            new Nation(0, Map.of(), Map.of(), diary.parameters(), List.of(), List.of(), FIRST));
    Map<String, FeedState> states = new TreeMap<>();
    List<String> said = new ArrayList<>();
    for (int seq = 0; seq < diary.entries().size(); seq++) {
      Entry entry = diary.entries().get(seq);
      int day = (int) entry.day().toEpochDay();
      if (entry.feed() != null) {
        states.compute(
            entry.feed().id(),
            (id, state) -> FeedWatch.heard(entry.feed(), state, day, policy).state());
      } else {
        states.replaceAll(
            (id, state) -> FeedWatch.dayBegan(Feed.ofId(id), state, day, policy).state());
      }
      for (Map.Entry<String, FeedState> one : states.entrySet()) {
        FeedState state = one.getValue();
        if (state.lookedOn() != FeedState.NEVER) {
          said.add(seq + " " + of(one.getKey(), state, policy));
        }
      }
    }
    return said;
  }

  private static String of(String id, FeedState state, PolicyInForce policy) {
    FeedView view =
        new FeedView(Feed.ofId(id), state.throughDay(), state.silentDays(), state.lookedOn());
    List<Verdict> verdicts = StreamSide.verdicts(id, policy.rules().assess(view));
    assertThat(verdicts).as("one rule is asked of feeds").hasSizeLessThanOrEqualTo(1);
    return verdicts.isEmpty()
        ? id + " as of " + LocalDate.ofEpochDay(state.lookedOn()) + ": nothing"
        : verdicts.get(0).toString();
  }

  private static List<String> reference(Diary diary, ReferenceDatabase.Variant variant)
      throws SQLException {
    database.clear();
    database.parameters(diary.parameters());
    database.execute(ReferenceDatabase.read("feeds/diary.sql"));
    for (int seq = 0; seq < diary.entries().size(); seq++) {
      Entry entry = diary.entries().get(seq);
      database.execute(
          entry.feed() == null
              ? "INSERT INTO diary (seq, day) VALUES (%d, '%s')".formatted(seq, entry.day())
              : "INSERT INTO diary VALUES (%d, '%s', '%s', '%s')"
                  .formatted(seq, entry.feed().source(), entry.feed().regionPrefix(), entry.day()));
    }
    database.execute(variant.apply(RULE, ReferenceDatabase.read(RULE)));
    List<String> said = new ArrayList<>();
    database.query(
        "SELECT * FROM rule_s01 ORDER BY seq, source, region_prefix",
        row -> {
          String id = new Feed(row.getString("source"), row.getString("region_prefix")).id();
          LocalDate asOf = row.getDate("as_of").toLocalDate();
          boolean hit = row.getBoolean("hit");
          boolean known = !row.wasNull();
          said.add(
              row.getInt("seq")
                  + " "
                  + (known && !hit
                      ? id + " as of " + asOf + ": nothing"
                      : new Verdict(
                          id,
                          asOf,
                          "S01",
                          "",
                          known
                              ? Verdict.hit("BLUE", row.getLong("measure"), "", null)
                              : Verdict.notAssessable("parameter-missing"),
                          known
                              ? List.of((String[]) row.getArray("evidence").getArray())
                              : List.of())));
        });
    return said;
  }
}
