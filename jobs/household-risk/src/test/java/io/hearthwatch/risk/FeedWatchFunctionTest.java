package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.LimitUsed;
import io.hearthwatch.wire.Measured;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a feed is looked at by itself, by the committed policies: a daily one has two days. */
class FeedWatchFunctionTest {

  private static final Feed DAILY = new Feed("civil-affairs", "1101");
  private static final Feed MONTHLY = new Feed("utilities", "1101");

  private KeyedBroadcastOperatorTestHarness<String, FeedSaid, byte[], KafkaRecord> job;

  @BeforeEach
  void start() throws Exception {
    job = started(null);
    job.processBroadcastElement(new StreamRecord<>(RiskFixtures.bundle()));
  }

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void opensByItselfOnItsDay() throws Exception {
    hear(DAILY, "2023-06-04");
    hear(MONTHLY, "2023-05-31");
    tick("2023-06-05", 10);
    tick("2023-06-06", 23);
    assertThat(alerts()).isEmpty();

    job.watermark(startOf("2023-06-07") - 1);
    assertThat(alerts()).as("not a millisecond before").isEmpty();
    job.watermark(startOf("2023-06-07"));
    RiskAlert opened = alerts().get(0);
    assertThat(alerts()).hasSize(1);
    assertThat(opened.getHouseholdId()).isEqualTo("feed:civil-affairs:1101");
    assertThat(opened.getRegisteredRegion()).isEqualTo("1101");
    assertThat(opened.getTransition()).isEqualTo(CaseTransition.OPENED);
    assertThat(opened.getAsOf()).isEqualTo("2023-06-07");
    assertThat(opened.getCause()).isEqualTo("deadline 2023-06-07");
    Hit hit = opened.getHits().get(0);
    assertThat(hit.getRuleId()).isEqualTo("S01");
    assertThat(hit.getNotify()).containsExactly("data-office");
    assertThat(hit.getMeasured())
        .extracting(Measured::getIndicator, Measured::getValue)
        .containsExactly(tuple("feed.completeThrough", 3L), tuple("feed.silentDays", 2L));
    assertThat(hit.getMeasured().get(0).getFromDate()).isEqualTo("2023-06-04");
    assertThat(hit.getLimits())
        .extracting(LimitUsed::getParameter, LimitUsed::getKey, LimitUsed::getValue)
        .containsExactly(tuple("source-silence-days", "civil-affairs", 2L));
    assertThat(new String(record(0).key, StandardCharsets.UTF_8)).isEqualTo(opened.getCaseId());
  }

  @Test
  void closesAsSoonAsItSpeaks() throws Exception {
    hear(DAILY, "2023-06-04");
    tick("2023-06-05", 10);
    tick("2023-06-06", 10);
    tick("2023-06-07", 10);
    hear(DAILY, "2023-06-06");
    assertThat(alerts())
        .extracting(RiskAlert::getTransition)
        .containsExactly(CaseTransition.OPENED, CaseTransition.CLOSED);
    assertThat(alerts().get(1).getCause()).isEqualTo("completeness 2023-06-06");
    assertThat(alerts().get(1).getCaseId()).isEqualTo(alerts().get(0).getCaseId());
  }

  @Test
  void whoSpeaksEveryDayIsNeverSilent() throws Exception {
    for (int day = 0; day < 20; day++) {
      LocalDate today = LocalDate.parse("2023-06-05").plusDays(day);
      hear(DAILY, today.minusDays(6).toString());
      tick(today.toString(), 10);
    }
    assertThat(alerts()).isEmpty();
  }

  @Test
  void oneTimerAFeedHoweverManyWords() throws Exception {
    for (int word = 0; word < 10; word++) {
      hear(DAILY, LocalDate.parse("2023-05-01").plusDays(word).toString());
    }
    assertThat(job.numEventTimeTimers()).isOne();
    tick("2023-06-05", 10);
    assertThat(job.numEventTimeTimers()).isOne();
    hear(DAILY, "2023-06-04");
    hear(MONTHLY, "2023-05-31");
    assertThat(job.numEventTimeTimers()).isEqualTo(2);
    tick("2023-06-06", 10);
    assertThat(job.numEventTimeTimers()).isEqualTo(2);
  }

  /** The day before the restart and the day after it are two. */
  @Test
  void outlivesARestart() throws Exception {
    hear(DAILY, "2023-06-04");
    tick("2023-06-05", 10);
    tick("2023-06-06", 10);
    restart();
    assertThat(job.numEventTimeTimers()).isOne();
    assertThat(alerts()).isEmpty();
    tick("2023-06-07", 10);
    assertThat(alerts())
        .extracting(RiskAlert::getTransition)
        .containsExactly(CaseTransition.OPENED);
    String caseId = alerts().get(0).getCaseId();

    restart();
    hear(DAILY, "2023-06-06");
    assertThat(alerts())
        .extracting(RiskAlert::getTransition)
        .containsExactly(CaseTransition.CLOSED);
    assertThat(alerts().get(0).getCaseId()).isEqualTo(caseId);
  }

  /** Red twin: without the state of before it would take until the eighth. */
  @Test
  void aLostStateWouldBeSeen() throws Exception {
    hear(DAILY, "2023-06-04");
    tick("2023-06-05", 10);
    tick("2023-06-06", 10);
    job.close();
    start();
    hear(DAILY, "2023-06-04");
    tick("2023-06-06", 11);
    tick("2023-06-07", 10);
    assertThat(alerts()).isEmpty();
  }

  /** Its days down do not count: a source may have spoken, and its words be still to be read. */
  @Test
  void aJobThatWasDownForAWeekSaysNothingAtOnce() throws Exception {
    hear(DAILY, "2023-06-04");
    tick("2023-06-05", 10);
    restart();
    tick("2023-06-12", 10);
    assertThat(alerts()).isEmpty();
    tick("2023-06-13", 10);
    assertThat(alerts()).hasSize(1);
  }

  /** In replay time stands still; the timer waits for the first tick of live operation. */
  @Test
  void afterReplayTheFirstTickBeginsToCount() throws Exception {
    hear(DAILY, "1998-12-31");
    restart();
    tick("2023-06-05", 10);
    tick("2023-06-06", 10);
    assertThat(alerts()).isEmpty();
    tick("2023-06-07", 10);
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void atTheMaximalWatermarkNothingIsLookedAt() throws Exception {
    hear(DAILY, "2023-06-04");
    tick("2023-06-05", 10);
    tick("2023-06-06", 10);
    job.watermark(Watermark.MAX_WATERMARK.getTimestamp());
    assertThat(alerts()).isEmpty();
    hear(MONTHLY, "2023-06-04");
    assertThat(job.numEventTimeTimers()).isZero();
  }

  private void restart() throws Exception {
    OperatorSubtaskState checkpoint = job.snapshot(1, 1);
    job.close();
    job = started(checkpoint);
  }

  private static KeyedBroadcastOperatorTestHarness<String, FeedSaid, byte[], KafkaRecord> started(
      OperatorSubtaskState from) throws Exception {
    return RiskHarness.started(
        new FeedWatchFunction(RiskFixtures.RETENTION), FeedSaid::feedId, from);
  }

  private void hear(Feed feed, String through) throws Exception {
    job.processElement(
        new StreamRecord<>(FeedSaid.of(feed, (int) LocalDate.parse(through).toEpochDay())));
  }

  private void tick(String day, int hour) throws Exception {
    job.watermark(startOf(day) + hour * 3_600_000L);
  }

  private static long startOf(String day) {
    return RiskFixtures.RETENTION.startMs((int) LocalDate.parse(day).toEpochDay());
  }

  private KafkaRecord record(int index) {
    return job.extractOutputValues().get(index);
  }

  private List<RiskAlert> alerts() throws IOException {
    SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);
    List<RiskAlert> alerts = new ArrayList<>();
    for (KafkaRecord alert : job.extractOutputValues()) {
      alerts.add(codec.decode(alert.value));
    }
    return alerts;
  }
}
