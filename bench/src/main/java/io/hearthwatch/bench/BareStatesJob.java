package io.hearthwatch.bench;

import io.hearthwatch.assistance.AssistanceJob;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.io.flink.EventHomes;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * The pass-through with the states of the assistance job and without its knowledge: event homes as
 * they are, a get and a put for the household of each event and for the person of each grant. No
 * job that keeps these states can be faster.
 */
final class BareStatesJob {

  static final String NAME = "bare-states";

  private BareStatesJob() {}

  static void build(StreamExecutionEnvironment env, Connectors kafka, boolean eventHomes) {
    env.setMaxParallelism(AssistanceJob.MAX_PARALLELISM);
    DataStream<HouseholdMessage> events =
        env.fromSource(kafka.relief(NAME), WatermarkStrategy.noWatermarks(), "events")
            .uid("events");
    if (eventHomes) {
      events
          .map(EventHomes::named)
          .returns(EventHomes.NAMED)
          .name("named households")
          .uid("named-households")
          .keyBy(named -> named.f0, Types.LONG)
          .process(new EventHomes(Households.retention()))
          .returns(HouseholdMessage.typeInformation())
          .name("event homes")
          .uid("event-homes")
          .sinkTo(new DiscardingSink<>())
          .uid("nobody-misfiled");
    }
    events
        .keyBy(HouseholdMessage::householdId)
        .process(new AppendFunction())
        .returns(TypeInformation.of(KafkaRecord.class))
        .name("households")
        .uid("households")
        .sinkTo(
            kafka.sink(
                NAME, new KafkaRecordWriter(PassThroughJob.TOPIC), DeliveryGuarantee.EXACTLY_ONCE))
        .name("peer events")
        .uid("peer-events");
    events
        .filter(BareStatesJob::grantToSomebody)
        .name("grants to people")
        .uid("grants-to-people")
        .keyBy(message -> ((HouseholdMessage.OfEvent) message).event().personId())
        .process(new AppendFunction())
        .returns(TypeInformation.of(KafkaRecord.class))
        .name("persons")
        .uid("persons")
        .sinkTo(new DiscardingSink<>())
        .uid("nothing-of-persons");
  }

  private static boolean grantToSomebody(HouseholdMessage message) {
    return message instanceof HouseholdMessage.OfEvent of
        && of.event().personId() != null
        && of.event().body() instanceof GrantApproved;
  }
}
