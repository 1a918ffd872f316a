package io.hearthwatch.bench;

import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import io.hearthwatch.risk.HouseholdRiskJob;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What the risk job is compared with: the same events from the same topics, decoded and spread over
 * the same keys, one get and one put of a blob of the same size, and as many alerts of the same
 * size into the same kind of sink. No knowledge at all.
 */
final class PeerJob {

  static final String TOPIC = "peer.alerts";

  private PeerJob() {}

  static void build(StreamExecutionEnvironment env, Connectors kafka, PeerFunction function) {
    env.setMaxParallelism(HouseholdRiskJob.MAX_PARALLELISM);
    env.fromSource(kafka.events("peer", Households.retention()), Connectors.time(), "events")
        .uid("events")
        .filter(message -> message instanceof HouseholdMessage.OfEvent)
        .uid("events-only")
        .keyBy(HouseholdMessage::householdId)
        .process(function)
        .name("get and put")
        .uid(BootstrapJob.STATE_UID)
        .sinkTo(kafka.sink("peer", new KafkaRecordWriter(TOPIC), DeliveryGuarantee.EXACTLY_ONCE))
        .uid("peer-alerts");
  }
}
