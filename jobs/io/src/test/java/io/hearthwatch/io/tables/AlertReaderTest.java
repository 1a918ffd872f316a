package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.RiskAlert;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AlertReaderTest {

  private final AlertReader reader = new AlertReader();

  @Test
  void cutsAnAlertIntoRows() throws Exception {
    AlertRows rows = reader.read(TestAlerts.record(5, TestAlerts.bytes(TestAlerts.raised("h1"))));

    assertThat(rows.change().changeId()).isEqualTo("change-h1-2");
    assertThat(rows.change().transition()).isEqualTo("RAISED");
    assertThat(rows.change().status()).isEqualTo("OPEN");
    assertThat(rows.change().urgency()).isEqualTo("RED");
    assertThat(rows.change().endedOn()).isNull();
    assertThat(rows.change().visitBy()).isEqualTo("2024-03-19T01:30:00Z");
    assertThat(rows.change().appendedAt()).isEqualTo("2024-03-15T08:00:00Z");
    assertThat(rows.hits()).extracting(HitRow::ruleId).containsExactly("I01", "M02");
    assertThat(rows.hits()).extracting(HitRow::hitNumber).containsExactly(1, 2);
    assertThat(rows.records())
        .containsExactly(
            new RecordRow(1, "00000000000000aa"),
            new RecordRow(2, "6f1c2a3b4c5d6e7f"),
            new RecordRow(2, "f000000000000001"));
  }

  @Test
  void keepsWhatWasMeasuredAgainstWhichLimit() throws Exception {
    AlertRows rows = reader.read(TestAlerts.record(5, TestAlerts.bytes(TestAlerts.opened("h1"))));

    LocalDate from = LocalDate.of(2023, 3, 16);
    LocalDate to = LocalDate.of(2024, 3, 15);
    LocalDate since = LocalDate.of(2023, 1, 1);
    assertThat(rows.evidence())
        .containsExactly(
            new EvidenceRow(
                1, "MEASURED", 1, "medical", "", "months(12)", from, to, 3_150_050, "fen", ""),
            new EvidenceRow(
                1, "MEASURED", 2, "income", "", "months(12)", from, to, 4_800_000, "fen", ""),
            new EvidenceRow(
                1, "LIMIT", 1, "medical-share-percent", "", "", since, null, 50, "percent", ""),
            new EvidenceRow(
                1,
                "LIMIT",
                2,
                "dibao-line-rural",
                "",
                "",
                since,
                null,
                66_000,
                "fen a month",
                "3608"));
  }

  @Test
  void refusesBytesThatAreNoAlert() {
    assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, new byte[] {1, 2, 3})));
    assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, new byte[0])));
    assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, null)));
  }

  @Test
  void refusesAnAlertWhereverItIsCutOff() {
    byte[] whole = TestAlerts.bytes(TestAlerts.raised("h1"));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, part)));
    }
  }

  @Test
  void survivesAnyByteBeingAnother() {
    byte[] whole = TestAlerts.bytes(TestAlerts.raised("h1"));
    for (int at = 10; at < whole.length; at++) {
      for (int change : new int[] {0x01, 0x80, 0xFF}) {
        byte[] broken = whole.clone();
        broken[at] ^= (byte) change;
        try {
          reader.read(TestAlerts.record(0, broken));
        } catch (UnreadableException e) {
          assertThat(e.reason()).isNotEqualTo(Reason.UNKNOWN_SCHEMA);
        }
      }
    }
  }

  @Test
  void refusesLengthsThatAreLies() {
    byte[] whole = TestAlerts.bytes(TestAlerts.opened("h1"));
    // After the header: a text of 2^31 - 1 bytes.
    byte[] text = Arrays.copyOf(whole, 15);
    System.arraycopy(new byte[] {-2, -1, -1, -1, 15}, 0, text, 10, 5);
    assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, text)));
    // The list of hits, which follows asOf: 2^31 - 9 of them.
    RiskAlert none = TestAlerts.opened("h1");
    none.setHits(java.util.List.of());
    byte[] empty = TestAlerts.bytes(none);
    byte[] one = TestAlerts.bytes(TestAlerts.opened("h1"));
    int at = Arrays.mismatch(empty, one);
    byte[] list = Arrays.copyOf(empty, at + 5);
    System.arraycopy(new byte[] {-18, -1, -1, -1, 15}, 0, list, at, 5);
    assertReason(Reason.GARBAGE, () -> reader.read(TestAlerts.record(0, list)));
  }

  @Test
  void tellsAnUnknownSchemaFromGarbage() {
    byte[] bytes = TestAlerts.bytes(TestAlerts.opened("h1"));
    bytes[4] ^= 1;
    assertReason(Reason.UNKNOWN_SCHEMA, () -> reader.read(TestAlerts.record(0, bytes)));
    DeadLetter letter =
        new DeadLetter("garbage", "", "t", 0, 0L, Instant.EPOCH, null, ByteBuffer.allocate(0));
    assertReason(
        Reason.UNKNOWN_SCHEMA,
        () -> reader.read(TestAlerts.record(0, DeadLetterReaderTest.bytes(letter))));
  }

  @Test
  void refusesWhatNoColumnCanHold() {
    assertBadField(alert -> alert.setChangeId(""));
    assertBadField(alert -> alert.setCaseId("x".repeat(257)));
    assertBadField(alert -> alert.setHouseholdId("zero\0byte"));
    assertBadField(alert -> alert.setCause("x".repeat(10_001)));
    assertBadField(alert -> alert.setSequence(0));
    assertBadField(alert -> alert.setOpenedOn(LocalDate.of(10_000, 1, 1)));
    assertBadField(alert -> alert.setAsOf(LocalDate.ofEpochDay(Integer.MIN_VALUE)));
    assertBadField(alert -> alert.setVisitBy(Instant.ofEpochMilli(Long.MAX_VALUE)));
    assertBadField(alert -> alert.getHits().get(0).setSubject("zero\0byte"));
    assertBadField(
        alert -> alert.getHits().get(0).getMeasured().get(0).setToDate(LocalDate.of(-5, 1, 1)));
  }

  private void assertBadField(Consumer<RiskAlert> spoil) {
    RiskAlert alert = TestAlerts.opened("h1");
    spoil.accept(alert);
    assertReason(
        Reason.BAD_FIELD, () -> reader.read(TestAlerts.record(0, TestAlerts.bytes(alert))));
  }

  private static void assertReason(Reason reason, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
