package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Watermarks;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What other policies would say of the households, from all events that there are. Bounded: it ends
 * by itself. It writes to one topic of its own, and keeps nothing.
 *
 * <pre>
 *  events.SOURCE                       control
 *       |                                 | broadcast
 *   the way of the events (HouseholdTraffic)
 *       | keyBy household                 |
 *       +-------> WhatIfFunction <--------+  two bundles, asked when all has come
 *                     |-> policy.whatif      what differs
 *                     |-> keyBy date and rule: totals -> policy.whatif
 * </pre>
 */
public final class WhatIfJob {

  /** Name of the job. */
  public static final String NAME = "what-if";

  private WhatIfJob() {}

  /**
   * Wires the job.
   *
   * @param events what departments reported, bounded
   * @param time when they did: a household is told in that order
   * @param control what sources say of their completeness, bounded
   * @param results where differences and totals go
   */
  public static void build(
      StreamExecutionEnvironment env,
      Source<HouseholdMessage, ?, ?> events,
      WatermarkStrategy<HouseholdMessage> time,
      Source<byte[], ?, ?> control,
      Sink<KafkaRecord> results,
      WhatIfQuestion question,
      Retention retention,
      boolean eventHomes) {
    BroadcastStream<byte[]> said =
        env.fromSource(control, Watermarks.timeless(), "control")
            .uid(UID_PREFIX + UID_CONTROL)
            .setParallelism(1)
            .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
            .broadcast(ControlState.DESCRIPTOR);

    SingleOutputStreamOperator<KafkaRecord> differences =
        HouseholdTraffic.wire(env, events, time, retention, eventHomes, UID_PREFIX)
            .toHouseholds()
            .keyBy(HouseholdMessage::householdId)
            .connect(said)
            .process(new WhatIfFunction(question, retention))
            .name("what if")
            .uid(UID_PREFIX + UID_COMPARE);

    differences
        .union(
            differences
                .getSideOutput(WhatIfFunction.COUNTS)
                .keyBy(WhatIfCount::total, Types.STRING)
                .process(new WhatIfTotals(question.requestId()))
                .name("totals")
                .uid(UID_PREFIX + UID_TOTALS))
        .sinkTo(results)
        .name("policy what-if")
        .uid(UID_PREFIX + UID_RESULTS);
  }

  // Unlike those of the other jobs not for ever: it keeps no state. They tell its operators apart.
  private static final String UID_PREFIX = "what-if-";
  private static final String UID_CONTROL = "control";
  private static final String UID_COMPARE = "compare";
  private static final String UID_TOTALS = "totals";
  private static final String UID_RESULTS = "results";
}
