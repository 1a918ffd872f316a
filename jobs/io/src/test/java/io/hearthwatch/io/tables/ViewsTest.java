package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.Urgency;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Views over five households, counted by hand.
 *
 * <p>h1: opened 15 March for M02, raised 18 March by I01. h2: opened 15 March, withdrawn 2 April.
 * h3: opened 15 March, closed 1 April, reopened 20 April, withdrawn 25 April. h4: opened 15 March
 * in another region, YELLOW. h5: opened 2 April with an earlier deadline than h1 has.
 */
class ViewsTest {

  private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);
  private static TestDatabase database;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.migrated();
    RiskAlert h3 = TestAlerts.opened("h3");
    RiskAlert h3Closed = TestAlerts.ended(h3, CaseTransition.CLOSED, APRIL);
    RiskAlert h3Again = TestAlerts.next(h3, CaseTransition.REOPENED, APRIL.plusDays(19));
    h3Again.setSequence(3);
    h3Again.setChangeId("change-h3-3");
    RiskAlert h4 = TestAlerts.opened("h4");
    h4.setRegisteredRegion("430102");
    h4.setUrgency(Urgency.YELLOW);
    RiskAlert h5 = TestAlerts.opened("h5");
    h5.setAsOf(APRIL.plusDays(1));
    h5.setUrgency(Urgency.RED);
    h5.setHits(List.of(TestAlerts.mainEarnerDied()));
    h5.setOpenedFor(List.of("I01"));
    h5.setVisitBy(Instant.parse("2024-03-01T00:00:00Z"));

    TestTables.write(
        database,
        TestAlerts.raised("h1"),
        TestAlerts.opened("h1"),
        TestAlerts.opened("h2"),
        TestAlerts.ended(TestAlerts.opened("h2"), CaseTransition.WITHDRAWN, APRIL.plusDays(1)),
        h3,
        h3Again,
        TestAlerts.ended(h3Again, CaseTransition.WITHDRAWN, APRIL.plusDays(24)),
        h3Closed,
        h4,
        h5);
  }

  @Test
  void currentCaseIsTheHighestSequence() throws Exception {
    assertThat(
            database.rows(
                "SELECT case_id, sequence, status, urgency, ended_on"
                    + " FROM hearthwatch.current_case ORDER BY 1"))
        .containsExactly(
            "case-h1|2|OPEN|RED|-",
            "case-h2|2|WITHDRAWN|ORANGE|2024-04-02",
            "case-h3|4|WITHDRAWN|ORANGE|2024-04-25",
            "case-h4|1|OPEN|YELLOW|-",
            "case-h5|1|OPEN|RED|-");
  }

  @Test
  void openCasesComeByUrgencyAndDeadline() throws Exception {
    assertThat(database.rows("SELECT case_id FROM hearthwatch.open_case"))
        .containsExactly("case-h5", "case-h1", "case-h4");
  }

  @Test
  void hitsOfOpenCasesAreThoseOfTheNewestChange() throws Exception {
    assertThat(
            database.rows(
                "SELECT case_id, hit_number, rule_id FROM hearthwatch.hits_of_open_cases"
                    + " ORDER BY 1, 2"))
        .containsExactly("case-h1|1|I01", "case-h1|2|M02", "case-h4|1|M02", "case-h5|1|I01");
  }

  @Test
  void casesAreCountedByRegionAndMonth() throws Exception {
    assertThat(
            database.rows(
                "SELECT registered_region, month, urgency, category, opened, reopened, raised,"
                    + " withdrawn, closed FROM hearthwatch.cases_by_region_and_month"))
        .containsExactly(
            "360821|2024-03-01|RED|ALL|0|0|1|0|0",
            "360821|2024-03-01|RED|medical|0|0|1|0|0",
            "360821|2024-03-01|RED|shock|0|0|1|0|0",
            "360821|2024-03-01|ORANGE|ALL|3|0|0|0|0",
            "360821|2024-03-01|ORANGE|medical|3|0|0|0|0",
            "360821|2024-04-01|RED|ALL|1|0|0|0|0",
            "360821|2024-04-01|RED|shock|1|0|0|0|0",
            "360821|2024-04-01|ORANGE|ALL|0|1|0|2|1",
            "360821|2024-04-01|ORANGE|medical|0|1|0|2|1",
            "430102|2024-03-01|YELLOW|ALL|1|0|0|0|0",
            "430102|2024-03-01|YELLOW|medical|1|0|0|0|0");
  }

  @Test
  void rulesAreCountedByMonthOfTheHit() throws Exception {
    // M02 in March: hits of h1, h2, h3, h4, each opened; h2 withdrawn, h3 closed. In April it
    // reopened h3, withdrawn.
    // I01: in March a hit of h1, which it did not open; in April it opened h5.
    assertThat(
            database.rows(
                "SELECT rule_id, rule_name_en, month, hits, cases_opened, cases_withdrawn,"
                    + " cases_closed, withdrawn_percent FROM hearthwatch.rule_activity"))
        .containsExactly(
            "I01|Main earner died|2024-03-01|1|0|0|0|-",
            "I01|Main earner died|2024-04-01|1|1|0|0|0.0",
            "M02|Medical share of income|2024-03-01|4|4|1|1|25.0",
            "M02|Medical share of income|2024-04-01|0|1|1|0|100.0");
  }

  @Test
  void deadLettersAreCountedByReason() throws Exception {
    letter("events.education", 1, "garbage", "2024-03-15T08:00:00Z");
    letter("events.education", 2, "garbage", "2024-03-17T08:00:00Z");
    letter("events.housing", 1, "future", "2024-03-16T08:00:00Z");
    database.execute(
        "UPDATE quarantine.dead_letter SET replayed_at = now() WHERE record_offset = 2;"
            + " INSERT INTO quarantine.dead_letter VALUES ('expired', 'garbage', '', 't', 0, 0,"
            + " NULL, NULL, '', now(), now())");

    assertThat(database.rows("SELECT * FROM hearthwatch.dead_letters_by_reason"))
        .containsExactly(
            "garbage|events.education|2|1|1|2024-03-15 08:00:00+00|2024-03-17 08:00:00+00",
            "future|events.housing|1|1|0|2024-03-16 08:00:00+00|2024-03-16 08:00:00+00");
  }

  @Test
  void unreadableRecordsAreCounted() throws Exception {
    TestTables.write(
        database,
        new UnreadableUpsert(),
        UnreadableRow.of(
            TestAlerts.record(3, new byte[0]),
            new UnreadableException(UnreadableException.Reason.GARBAGE, "no value")));

    assertThat(database.rows("SELECT * FROM hearthwatch.unreadable_by_reason"))
        .containsExactly("risk.alerts|garbage|no value|1|2024-03-15 08:00:00+00");
  }

  private static void letter(String topic, long offset, String reason, String refusedAt)
      throws Exception {
    DeadLetter letter =
        new DeadLetter(
            reason, "", topic, 0, offset, Instant.EPOCH, null, ByteBuffer.wrap(new byte[] {1}));
    TestTables.write(database, letter, Instant.parse(refusedAt).toEpochMilli());
  }
}
