package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.Emission;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.alert.Answers;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.deadletter.DeadLetters;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.wire.ControlAck;
import io.hearthwatch.wire.HouseholdHeardOf;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.OutputTag;

/** What the risk function says, as records of topics, and how often it said it. */
final class RiskOutputs {

  static final OutputTag<KafkaRecord> ANSWERS = tag("answers");
  static final OutputTag<KafkaRecord> DEAD_LETTERS = tag("dead-letters");
  static final OutputTag<KafkaRecord> HOUSEHOLD_INDEX = tag("household-index");
  static final OutputTag<KafkaRecord> ACKS = tag("acks");

  private final AlertRecords alerts;
  private final Answers answerCodec = new Answers();
  private final DeadLetters deadLetterCodec = new DeadLetters();
  private final SingleObject<HouseholdHeardOf> indexCodec =
      new SingleObject<>(HouseholdHeardOf.class);
  private final SingleObject<ControlAck> ackCodec = new SingleObject<>(ControlAck.class);
  private final Counter answers;
  private final Counter refusedEvents;
  private final Counter refusedBundles;

  RiskOutputs(MetricGroup metrics) {
    alerts = new AlertRecords(metrics);
    answers = metrics.counter(Metrics.ANSWERS);
    refusedEvents = metrics.counter(Metrics.REFUSED_EVENTS);
    refusedBundles = metrics.counter(Metrics.REFUSED_BUNDLES);
  }

  KafkaRecord alert(CaseChange change, PolicyBundle bundle) {
    return alerts.of(change, bundle);
  }

  KafkaRecord answer(Answer answer, PolicyBundle bundle) {
    answers.inc();
    return new KafkaRecord(utf8(answer.requestId()), answerCodec.encode(answer, bundle));
  }

  KafkaRecord deadLetter(Emission.Refused refused) {
    refusedEvents.inc();
    return new KafkaRecord(null, deadLetterCodec.ofEvent(refused.event(), refused.reason()));
  }

  KafkaRecord index(Emission.NewHousehold household) {
    return new KafkaRecord(
        utf8(household.householdId()),
        indexCodec.encode(new HouseholdHeardOf(household.householdId())));
  }

  void acknowledge(
      ControlState.Offer offer,
      String inForce,
      TaskInfo task,
      BiConsumer<OutputTag<KafkaRecord>, KafkaRecord> to) {
    ControlAck ack =
        new ControlAck(
            HouseholdRiskJob.NAME,
            task.getIndexOfThisSubtask(),
            task.getNumberOfParallelSubtasks(),
            inForce,
            offer.problem(),
            offer.version());
    if (!offer.problem().isEmpty()) {
      refusedBundles.inc();
    }
    to.accept(ACKS, new KafkaRecord(utf8(HouseholdRiskJob.NAME), ackCodec.encode(ack)));
  }

  private static OutputTag<KafkaRecord> tag(String id) {
    return new OutputTag<>(id, TypeInformation.of(KafkaRecord.class));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
