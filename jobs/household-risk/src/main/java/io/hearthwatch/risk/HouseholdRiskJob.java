package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Watermarks;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Job 1: events become profiles of households, profiles become risk alerts. Beside them feeds are
 * watched, so that a source that falls silent is told of too ({@link FeedTraffic}).
 *
 * <pre>
 *  events.SOURCE     inquiries     control (one partition)
 *       |                |            |
 *   part refusals ---------------------------------> dead.letters
 *       |                |            | broadcast
 *       +-- keyBy event id: misfiled ones
 *       +-- keyBy person: what other households tell
 *   clock (live only)    |            |
 *       +----- union ----+            |
 *                | keyBy household    |
 *                +---------> HouseholdRiskFunction <-- policy
 *                                |-> risk.alerts, together with those of the feeds
 *                                |-> dead.letters, household.answers, household.index, control.acks
 * </pre>
 */
public final class HouseholdRiskJob {

  /** Name of the job; the acknowledgements carry it. */
  public static final String NAME = "household-risk";

  /** For ever: state cannot be spread over more subtasks than this, nor over another number. */
  public static final int MAX_PARALLELISM = 720;

  private HouseholdRiskJob() {}

  /**
   * Wires the job.
   *
   * @param clock in live operation. Without it no timer is armed: time is what events and reviews
   *     say
   * @param retention civil dates and how long happenings are kept
   * @param eventHomes whether a version that names another household or person than an earlier one
   *     of its event is noticed
   */
  public static void build(
      StreamExecutionEnvironment env,
      RiskSources sources,
      RiskSinks sinks,
      Optional<RiskClock> clock,
      Retention retention,
      boolean eventHomes) {
    env.setMaxParallelism(MAX_PARALLELISM);

    HouseholdTraffic events =
        HouseholdTraffic.wire(
            env, sources.events(), sources.time(), retention, eventHomes, NO_PREFIX);
    DataStream<HouseholdMessage> traffic =
        events
            .toHouseholds()
            .union(
                env.fromSource(sources.inquiries(), Watermarks.timeless(), "inquiries")
                    .uid(UID_INQUIRIES));
    Optional<DataStream<Long>> ticks =
        clock.map(
            moving ->
                env.fromSource(moving.ticks(), Watermarks.ticks(), "clock")
                    .uid(UID_CLOCK)
                    .setParallelism(1));
    if (ticks.isPresent()) {
      traffic =
          traffic.union(
              ticks
                  .get()
                  .flatMap(new TimeOnly<>(HouseholdMessage.typeInformation()))
                  .name("time only")
                  .uid(UID_CLOCK_TIME)
                  .setParallelism(1));
    }

    DataStream<byte[]> said =
        env.fromSource(sources.control(), Watermarks.timeless(), "control")
            .uid(UID_CONTROL)
            .setParallelism(1)
            .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    BroadcastStream<byte[]> control = said.broadcast(ControlState.DESCRIPTOR);

    SingleOutputStreamOperator<KafkaRecord> risk =
        traffic
            .keyBy(HouseholdMessage::householdId)
            .connect(control)
            .process(
                new HouseholdRiskFunction(
                    retention, clock.map(RiskClock::deadlines).orElse(DeadlineTimers.NONE)))
            .name("household risk")
            .uid(UID_RISK);

    risk.union(FeedTraffic.wire(said, control, ticks, retention))
        .sinkTo(sinks.alerts())
        .name("risk alerts")
        .uid(UID_ALERTS);
    events
        .events()
        .getSideOutput(RiskOutputs.DEAD_LETTERS)
        .union(risk.getSideOutput(RiskOutputs.DEAD_LETTERS))
        .sinkTo(sinks.deadLetters())
        .name("dead letters")
        .uid(UID_DEAD_LETTERS);
    risk.getSideOutput(RiskOutputs.ANSWERS)
        .sinkTo(sinks.answers())
        .name("household answers")
        .uid(UID_ANSWERS);
    risk.getSideOutput(RiskOutputs.HOUSEHOLD_INDEX)
        .sinkTo(sinks.householdIndex())
        .name("household index")
        .uid(UID_INDEX);
    risk.getSideOutput(RiskOutputs.ACKS).sinkTo(sinks.acks()).name("control acks").uid(UID_ACKS);
  }

  // For ever: by these, state finds its operator again after an upgrade. See uids.txt.
  // Those of the events' way are in HouseholdTraffic, those of the feeds' way in FeedTraffic.
  private static final String NO_PREFIX = "";
  private static final String UID_INQUIRIES = "inquiries";
  private static final String UID_CLOCK = "clock";
  private static final String UID_CLOCK_TIME = "clock-time";
  private static final String UID_CONTROL = "control";
  private static final String UID_RISK = "household-risk";
  private static final String UID_ALERTS = "risk-alerts";
  private static final String UID_DEAD_LETTERS = "dead-letters";
  private static final String UID_ANSWERS = "household-answers";
  private static final String UID_INDEX = "household-index";
  private static final String UID_ACKS = "control-acks";
}
