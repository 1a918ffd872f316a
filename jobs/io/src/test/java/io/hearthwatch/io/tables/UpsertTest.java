package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.RiskAlert;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpsertTest {

  private TestDatabase database;

  @BeforeEach
  void migrate() throws Exception {
    database = TestDatabase.migrated();
  }

  @Test
  void writesAnAlertWithEverythingInIt() throws Exception {
    write(TestAlerts.raised("h1"));

    assertThat(
            database.rows(
                "SELECT change_id, case_id, sequence, transition, status, household_id,"
                    + " registered_region, urgency, opened_on, ended_on, visit_by, as_of,"
                    + " opened_for, bundle_version, cause, appended_at"
                    + " FROM hearthwatch.risk_case_change"))
        .containsExactly(
            "change-h1-2|case-h1|2|RAISED|OPEN|h1|360821|RED|2024-03-15|-|2024-03-19 01:30:00+00"
                + "|2024-03-18|{M02}|b-20240301|deadline 2024-03-18|2024-03-15 08:00:00+00");
    assertThat(
            database.rows(
                "SELECT hit_number, rule_id, rule_name_zh, category, subject, urgency, measure,"
                    + " record_count, clears_en, notify FROM hearthwatch.risk_hit ORDER BY 1"))
        .containsExactly(
            "1|I01|主要劳动力死亡|shock|person-7|RED|3600000|1|the death lies more than 6 months back"
                + "|{civil-affairs}",
            "2|M02|医疗支出占收入比|medical||ORANGE|3150050|2"
                + "|self-paid medical of 12 months falls below 50 % of the income"
                + "|{medical-insurance}");
    assertThat(
            database.rows(
                "SELECT hit_number, kind, evidence_number, name, time_window, from_date, to_date,"
                    + " value, unit, region_prefix FROM hearthwatch.hit_evidence"
                    + " WHERE hit_number = 2 ORDER BY kind DESC, evidence_number"))
        .containsExactly(
            "2|MEASURED|1|medical|months(12)|2023-03-16|2024-03-15|3150050|fen|",
            "2|MEASURED|2|income|months(12)|2023-03-16|2024-03-15|4800000|fen|",
            "2|LIMIT|1|medical-share-percent||2023-01-01|-|50|percent|",
            "2|LIMIT|2|dibao-line-rural||2023-01-01|-|66000|fen a month|3608");
    assertThat(database.rows("SELECT hit_number, record_id FROM hearthwatch.hit_record ORDER BY 2"))
        .containsExactly("1|00000000000000aa", "2|6f1c2a3b4c5d6e7f", "2|f000000000000001");
  }

  @Test
  void anAlertSaidTwiceChangesNothing() throws Exception {
    write(TestAlerts.opened("h1"), TestAlerts.raised("h1"));
    List<String> before = everything();

    write(TestAlerts.opened("h1"), TestAlerts.raised("h1"), TestAlerts.opened("h1"));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws Exception {
    write(TestAlerts.opened("h1"), TestAlerts.raised("h1"));
    List<String> inOrder = everything();
    database = TestDatabase.migrated();

    write(TestAlerts.raised("h1"), TestAlerts.opened("h1"));

    assertThat(everything()).isEqualTo(inOrder);
  }

  @Test
  void aLaterWordAboutTheSameStepTakesThePlaceOfTheEarlier() throws Exception {
    RiskAlert otherwise = TestAlerts.raised("h1");
    otherwise.setChangeId("change-h1-2-otherwise");
    otherwise.setHits(List.of(TestAlerts.mainEarnerDied()));
    RiskAlert elsewhere = TestAlerts.raised("h2");

    write(TestAlerts.opened("h1"), elsewhere, TestAlerts.raised("h1"), otherwise);

    assertThat(
            database.rows(
                "SELECT change_id, count(rule_id) FROM hearthwatch.risk_case_change"
                    + " JOIN hearthwatch.risk_hit USING (change_id) GROUP BY 1 ORDER BY 1"))
        .containsExactly("change-h1-1|1", "change-h1-2-otherwise|1", "change-h2-2|2");
  }

  @Test
  void takesAlertsThatCiteARecordOrARuleTwice() throws Exception {
    RiskAlert alert = TestAlerts.opened("h1");
    alert.setHits(List.of(TestAlerts.medicalShare(), TestAlerts.medicalShare()));
    alert.getHits().get(0).setRecords(List.of(5L, 5L));
    alert.getHits().get(1).setNotify(List.of());

    write(alert);

    assertThat(database.rows("SELECT hit_number, notify FROM hearthwatch.risk_hit ORDER BY 1"))
        .containsExactly("1|{medical-insurance}", "2|{}");
    assertThat(database.rows("SELECT count(*) FROM hearthwatch.hit_record")).containsExactly("3");
  }

  @Test
  void takesAnEndWithoutHits() throws Exception {
    write(
        TestAlerts.ended(
            TestAlerts.opened("h1"), CaseTransition.WITHDRAWN, TestAlerts.DAY.plusDays(9)));

    assertThat(database.rows("SELECT status, ended_on, urgency FROM hearthwatch.risk_case_change"))
        .containsExactly("WITHDRAWN|2024-03-24|ORANGE");
    assertThat(database.rows("SELECT * FROM hearthwatch.risk_hit")).isEmpty();
  }

  @Test
  void aDeadLetterSaidTwiceIsOneRow() throws Exception {
    letter("events.education", 1, 5, "2024-03-15T08:00:00Z");
    letter("events.education", 1, 5, "2024-03-15T08:00:00Z");
    letter("events.education", -1, -1, "2024-03-15T08:00:00Z");
    letter("events.education", -1, -1, "2024-03-15T08:00:01Z");

    assertThat(
            database.rows(
                "SELECT letter_id, reason, detail, record_key, payload, refused_at,"
                    + " expires_at > now() + interval '89 days', replayed_at"
                    + " FROM quarantine.dead_letter ORDER BY 1 DESC"))
        .containsExactly(
            "events.education/1/5|garbage|what was wrong|\\x07|\\x010203|2024-03-15 08:00:00+00|t|-",
            "events.education/-1/039058c6f2c0cb492c533b0a4d14ef77|garbage|what was wrong|\\x07"
                + "|\\x010203|2024-03-15 08:00:01+00|t|-");
  }

  @Test
  void aLetterThatStateRefusesAgainAfterItsReplayWaitsAgain() throws Exception {
    letter("events.education", -1, -1, "2024-03-15T08:00:00Z");
    letter("events.education", 1, 5, "2024-03-15T08:00:00Z");
    database.execute("UPDATE quarantine.dead_letter SET replayed_at = '2024-03-16T00:00:00Z'");

    // What was said before the replay, read once more.
    letter("events.education", -1, -1, "2024-03-15T08:00:00Z");
    assertThat(waiting()).isEmpty();

    letter("events.education", -1, -1, "2024-03-16T00:00:05Z");
    letter("events.education", 1, 5, "2024-03-16T00:00:05Z");
    assertThat(waiting()).containsExactly("-1");
  }

  /** The tables were quicker than the note of the replay, which says the broker's instant. */
  @Test
  void aLetterThatWasRefusedAgainIsKnownToBeWhateverIsNotedFirst() throws Exception {
    letter("events.education", -1, -1, "2024-03-15T08:00:00Z");
    letter("events.education", -1, -1, "2024-03-16T00:00:05Z");

    assertThat(database.rows("SELECT refused_at FROM quarantine.dead_letter"))
        .containsExactly("2024-03-16 00:00:05+00");
  }

  private List<String> waiting() throws SQLException {
    return database.rows(
        "SELECT record_partition FROM quarantine.dead_letter WHERE replayed_at IS NULL");
  }

  @Test
  void whatHasExpiredGoesWhenNewLettersCome() throws Exception {
    letter("events.education", 1, 5, "2024-03-15T08:00:00Z");
    unreadable(1);
    database.execute("UPDATE quarantine.dead_letter SET expires_at = now() - interval '1 s'");
    database.execute("UPDATE quarantine.unreadable_record SET expires_at = now()");

    letter("events.education", 1, 6, "2024-03-15T08:00:00Z");

    assertThat(database.rows("SELECT letter_id FROM quarantine.dead_letter"))
        .containsExactly("events.education/1/6");
    assertThat(database.rows("SELECT * FROM quarantine.unreadable_record")).isEmpty();
  }

  @Test
  void anUnreadableRecordReadTwiceIsOneRow() throws Exception {
    unreadable(7);
    unreadable(7);

    assertThat(
            database.rows(
                "SELECT topic, record_partition, record_offset, reason, detail, appended_at,"
                    + " record_key, payload FROM quarantine.unreadable_record"))
        .containsExactly(
            "risk.alerts|0|7|garbage|no Avro single object|2024-03-15 08:00:00+00|-|\\x0102");
  }

  @Test
  void aFailedBatchDoesNotQuoteTheRow() throws Exception {
    AlertRows rows = rows(TestAlerts.opened("household-in-a-log"));
    database.execute("ALTER TABLE hearthwatch.risk_case_change ADD CHECK (false)");
    PostgresConnections quiet = new PostgresConnections(database.jdbcUrl());

    assertThatThrownBy(
            () -> TestTables.execute(quiet.getOrEstablishConnection(), new AlertUpsert(), rows))
        .hasMessageNotContaining("household-in-a-log");
    // The red twin: so talks a connection that was not told to be quiet.
    try (Connection talkative = database.connect()) {
      assertThatThrownBy(() -> TestTables.execute(talkative, new AlertUpsert(), rows))
          .hasMessageContaining("household-in-a-log");
    }
    quiet.closeConnection();
  }

  private void unreadable(long offset) throws Exception {
    ReceivedRecord record = TestAlerts.record(offset, new byte[] {1, 2});
    try {
      new AlertReader().read(record);
      throw new AssertionError("it was read");
    } catch (UnreadableException e) {
      write(new UnreadableUpsert(), UnreadableRow.of(record, e));
    }
  }

  private void letter(String topic, int partition, long offset, String refusedAt) throws Exception {
    byte[] bytes =
        DeadLetterReaderTest.bytes(
            DeadLetterReaderTest.letter(topic, partition, offset, Instant.EPOCH, "garbage"));
    long refusedAtMs = Instant.parse(refusedAt).toEpochMilli();
    write(
        new DeadLetterUpsert(),
        new DeadLetterReader()
            .read(new ReceivedRecord("dead.letters", 0, 1, refusedAtMs, null, bytes)));
  }

  private List<String> everything() throws SQLException {
    return database.rows(
        "SELECT (c.*)::text FROM (SELECT change_id, case_id, sequence, transition, status, urgency,"
            + " visit_by, as_of, opened_for, cause, appended_at"
            + " FROM hearthwatch.risk_case_change) c"
            + " UNION ALL SELECT (h.*)::text FROM hearthwatch.risk_hit h"
            + " UNION ALL SELECT (e.*)::text FROM hearthwatch.hit_evidence e"
            + " UNION ALL SELECT (r.*)::text FROM hearthwatch.hit_record r ORDER BY 1");
  }

  private void write(RiskAlert... alerts) throws Exception {
    TestTables.write(database, alerts);
  }

  private static AlertRows rows(RiskAlert alert) throws UnreadableException {
    return new AlertReader().read(TestAlerts.record(1, TestAlerts.bytes(alert)));
  }

  private <R> void write(JdbcQueryStatement<R> upsert, R row) throws SQLException {
    TestTables.write(database, upsert, row);
  }
}
