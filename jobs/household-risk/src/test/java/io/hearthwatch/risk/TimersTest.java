package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * When the function wakes up by itself: one timer a household, by event time, in live operation.
 */
class TimersTest {

  private static final DeadlineTimers LIVE = DeadlineTimers.AT_THE_BEGINNING;
  private static final DeadlineTimers REPLAY = DeadlineTimers.NONE;

  /** Households whose monthly review is on the 17th. */
  private static final List<String> REVIEWED_ON_17TH =
      IntStream.range(0, 1000)
          .mapToObj(i -> "h-" + i)
          .filter(id -> Math.floorMod(id.hashCode(), 28) == 16)
          .limit(2)
          .toList();

  private static final String HOUSEHOLD = REVIEWED_ON_17TH.get(0);

  private KeyedBroadcastOperatorTestHarness<String, HouseholdMessage, byte[], KafkaRecord> job;

  @AfterEach
  void close() throws Exception {
    job.close();
  }

  @Test
  void beforeTheFirstBundleNothingIsDue() throws Exception {
    job = started(LIVE, null);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    assertThat(job.numEventTimeTimers()).isZero();
  }

  @Test
  void oneTimerAHouseholdHoweverManyEvents() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    assertThat(job.numEventTimeTimers()).isOne();
    take(RiskFixtures.bigBills(REVIEWED_ON_17TH.get(1)));
    assertThat(job.numEventTimeTimers()).isEqualTo(2);
  }

  @Test
  void itFiresAtTheStartOfTheDayOfTheDeadlineAndIsArmedForTheNext() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    passThrough("2023-06-17");
    int said = alerts().size();

    job.watermark(startOf("2023-07-17") - 1);
    assertThat(alerts()).hasSize(said);
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-06-17"));

    job.watermark(startOf("2023-07-17"));
    assertThat(alerts()).as("the burst of May is over").hasSize(said + 1);
    assertThat(alerts().get(said).getCause()).isEqualTo("deadline 2023-07-17");
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-07-17"));
    assertThat(job.numEventTimeTimers()).isOne();
  }

  /** Each household at a moment of its own, else all would fire in one go. */
  @Test
  void theDeadlinesOfADayPassWithinItsFirstHour() throws Exception {
    job = withBundle(DeadlineTimers.within(Duration.ofHours(1)));
    for (String household : REVIEWED_ON_17TH) {
      take(RiskFixtures.bigBills(household));
    }
    int households = REVIEWED_ON_17TH.size();
    job.watermark(startOf("2023-05-17") - 1);
    job.watermark(startOf("2023-05-17") + Duration.ofMinutes(30).toMillis());
    assertThat(job.numEventTimeTimers()).isEqualTo(households);
    job.watermark(startOf("2023-05-17") + Duration.ofHours(1).toMillis() - 1);
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-17"));

    DeadlineTimers timers = DeadlineTimers.within(Duration.ofHours(1));
    long[] byMinute = new long[60];
    for (int i = 0; i < 60_000; i++) {
      byMinute[Math.toIntExact(timers.at("h-%012x".formatted(i), 0) / 60_000)]++;
    }
    assertThat(Arrays.stream(byMinute).boxed())
        .as("a sixtieth with each tick")
        .allMatch(of -> of > 700 && of < 1_300);
  }

  /** In a simulation the broker's clock says nothing, and words come when their day was read. */
  @Test
  void withTheClockOfTheDayAWordWaitsUntilTimeHasComeToIt() throws Exception {
    long appended = startOf("2023-06-01");
    byte[] word =
        new SingleObject<>(ControlRecord.class)
            .encode(
                new ControlRecord(
                    new Completeness("finance", "3607", LocalDate.parse("2023-05-31"))));
    job = withBundle(DeadlineTimers.within(Duration.ofHours(1)));
    job.processBroadcastElement(new StreamRecord<>(word, appended));
    assertThat(control().contains("later/finance/3607")).isTrue();
    assertThat(control().contains("complete/finance/3607")).isFalse();
    job.close();

    job = withBundle(LIVE);
    job.processBroadcastElement(new StreamRecord<>(word, appended));
    assertThat(control().contains("complete/finance/3607")).isTrue();
  }

  private BroadcastState<String, byte[]> control() throws Exception {
    return job.getOperator().getOperatorStateBackend().getBroadcastState(ControlState.DESCRIPTOR);
  }

  /** The event passed the deadline already: the timer finds nothing to do but to arm again. */
  @Test
  void aTimerThatFiresBeforeItsDeadlineArmsAgain() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    passThrough("2023-05-07");
    take(List.of(RiskFixtures.smallBill(HOUSEHOLD, "2023-05-20")));
    assertThat(job.numEventTimeTimers()).as("17 June is later than 17 May: nothing armed").isOne();
    int said = alerts().size();

    job.watermark(startOf("2023-05-17"));
    assertThat(alerts()).hasSize(said);
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-20"));
    assertThat(job.numEventTimeTimers()).as("armed again").isOne();

    job.watermark(startOf("2023-06-17") - 1);
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-20"));
    job.watermark(startOf("2023-06-17"));
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-06-17"));
  }

  /** A timer cannot be cheaply taken back: the later one stays, and finds nothing to do. */
  @Test
  void anEarlierDeadlineIsArmedBesideTheLaterOne() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    passThrough("2023-05-07");
    take(List.of(RiskFixtures.accident(HOUSEHOLD, "2023-05-08")));
    assertThat(job.numEventTimeTimers()).isEqualTo(2);

    job.watermark(startOf("2023-05-11") - 1);
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-08"));
    job.watermark(startOf("2023-05-11"));
    assertThat(asOf()).as("relief was due").isEqualTo(LocalDate.parse("2023-05-11"));

    job.watermark(startOf("2023-05-17"));
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-17"));
    assertThat(job.numEventTimeTimers()).as("the two have met").isOne();
  }

  @Test
  void atTheMaximalWatermarkNothingIsLookedAtAndNothingArmed() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    passThrough("2023-05-07"); // from here on the timer is that of 17 May
    int said = alerts().size();
    LocalDate before = asOf();

    job.watermark(Watermark.MAX_WATERMARK.getTimestamp());
    assertThat(alerts()).hasSize(said);
    assertThat(asOf()).isEqualTo(before);
    assertThat(job.numEventTimeTimers()).isZero();

    take(RiskFixtures.bigBills(REVIEWED_ON_17TH.get(1)));
    assertThat(alerts()).as("events are still taken").hasSizeGreaterThan(said);
    assertThat(job.numEventTimeTimers()).isZero();
  }

  @Test
  void inReplayNothingIsEverArmed() throws Exception {
    job = withBundle(REPLAY);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    take(List.of(RiskFixtures.accident(HOUSEHOLD, "2023-05-08")));
    assertThat(job.numEventTimeTimers()).isZero();
  }

  /** So after a replay all are reviewed once in live operation: docs/operations.md says it. */
  @Test
  void afterReplayTheFirstQuestionArms() throws Exception {
    job = withBundle(REPLAY);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    OperatorSubtaskState savepoint = job.snapshot(1, 1);
    job.close();

    job = started(LIVE, savepoint);
    assertThat(job.numEventTimeTimers()).isZero();
    ask();
    assertThat(job.numEventTimeTimers()).isOne();
    job.watermark(startOf("2023-05-17"));
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-17"));
  }

  @Test
  void aTimerOutlivesARestart() throws Exception {
    job = withBundle(LIVE);
    take(RiskFixtures.bigBills(HOUSEHOLD));
    OperatorSubtaskState checkpoint = job.snapshot(1, 1);
    job.close();

    job = started(LIVE, checkpoint);
    assertThat(job.numEventTimeTimers()).isOne();
    job.watermark(startOf("2023-05-17"));
    assertThat(asOf()).isEqualTo(LocalDate.parse("2023-05-17"));
  }

  private static KeyedBroadcastOperatorTestHarness<String, HouseholdMessage, byte[], KafkaRecord>
      started(DeadlineTimers timers, OperatorSubtaskState from) throws Exception {
    return RiskHarness.started(
        new HouseholdRiskFunction(RiskFixtures.RETENTION, timers),
        HouseholdMessage::householdId,
        from);
  }

  private static KeyedBroadcastOperatorTestHarness<String, HouseholdMessage, byte[], KafkaRecord>
      withBundle(DeadlineTimers timers) throws Exception {
    var harness = started(timers, null);
    harness.processBroadcastElement(new StreamRecord<>(RiskFixtures.bundle()));
    return harness;
  }

  private void take(List<HouseholdEvent> events) throws Exception {
    for (HouseholdEvent event : events) {
      job.processElement(RiskFixtures.message(event), event.reportedAt());
    }
  }

  private void passThrough(String day) throws Exception {
    job.watermark(startOf(day));
  }

  private static long startOf(String day) {
    return RiskFixtures.RETENTION.startMs((int) LocalDate.parse(day).toEpochDay());
  }

  private List<RiskAlert> alerts() throws IOException {
    SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);
    List<RiskAlert> alerts = new ArrayList<>();
    for (KafkaRecord alert : job.extractOutputValues()) {
      alerts.add(codec.decode(alert.value));
    }
    return alerts;
  }

  /** As of when the household was last looked at, by a question that changes nothing. */
  private LocalDate asOf() throws Exception {
    return ask().getAsOf();
  }

  private HouseholdAnswer ask() throws Exception {
    job.processElement(
        new StreamRecord<>(
            new HouseholdMessage.OfInquiry(
                HOUSEHOLD, new Cause.Inquiry("r", Cause.Inquiry.OWN_AS_OF, false))));
    List<StreamRecord<KafkaRecord>> answers = List.copyOf(job.getSideOutput(RiskOutputs.ANSWERS));
    return new SingleObject<>(HouseholdAnswer.class)
        .decode(answers.get(answers.size() - 1).getValue().value);
  }
}
