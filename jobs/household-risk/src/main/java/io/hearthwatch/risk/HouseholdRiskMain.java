package io.hearthwatch.risk;

import io.hearthwatch.io.flink.ClockReader;
import io.hearthwatch.io.flink.ControlReader;
import io.hearthwatch.io.flink.HouseholdEventReader;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.InquiryReader;
import io.hearthwatch.io.flink.KafkaSinks;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.io.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Runs the job on the topics of a broker. */
public final class HouseholdRiskMain {

  private static final String ALIGNMENT_GROUP = "events";

  /**
   * How often feeds say how far they are, and hear how far the others are. Each look lets them go
   * on by no more than a day of the past: Flink's defaults, 200 ms and a second, would let a month
   * take half a minute, however few its events.
   */
  private static final Duration ALIGNMENT_UPDATES = Duration.ofMillis(20);

  /** Everybody's deadlines of a day, in sixty ticks of the clock: before an office opens. */
  private static final Duration DEADLINES_WITHIN = Duration.ofHours(1);

  private HouseholdRiskMain() {}

  /** Starts the job; see {@link RiskOptions} for the arguments. */
  public static void main(String[] arguments) throws Exception {
    RiskOptions options = RiskOptions.of(ParameterTool.fromArgs(arguments).toMap());
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    if (options.mode().isAligned()) {
      env.getConfig().setAutoWatermarkInterval(ALIGNMENT_UPDATES.toMillis());
    }
    HouseholdRiskJob.build(
        env,
        sources(options),
        sinks(options),
        clock(options),
        options.retention(),
        options.eventHomes());
    env.execute(HouseholdRiskJob.NAME);
  }

  private static RiskSources sources(RiskOptions options) {
    return new RiskSources(
        source(options, Topics.allEvents(), new HouseholdEventReader(options.retention())),
        time(options),
        source(options, List.of(Topics.INQUIRIES), new InquiryReader()),
        source(options, List.of(Topics.CONTROL), new ControlReader()));
  }

  private static WatermarkStrategy<HouseholdMessage> time(RiskOptions options) {
    WatermarkStrategy<HouseholdMessage> reported =
        Watermarks.reported(options.disorder(), options.idleTimeout());
    return options.mode().isAligned()
        ? reported.withWatermarkAlignment(ALIGNMENT_GROUP, options.alignment(), ALIGNMENT_UPDATES)
        : reported;
  }

  private static Optional<RiskClock> clock(RiskOptions options) {
    if (!options.mode().hasClock()) {
      return Optional.empty();
    }
    boolean simulated = options.mode() == RiskOptions.Mode.SIMULATED;
    return Optional.of(
        new RiskClock(
            source(options, List.of(Topics.CLOCK), new ClockReader(simulated)),
            simulated ? DeadlineTimers.AT_THE_BEGINNING : DeadlineTimers.within(DEADLINES_WITHIN)));
  }

  private static RiskSinks sinks(RiskOptions options) {
    KafkaSinks sinks =
        new KafkaSinks(options.kafka(), HouseholdRiskJob.NAME, options.transactionTimeout());
    return new RiskSinks(
        sinks.soon(Topics.RISK_ALERTS, options.delivery()),
        sinks.soon(Topics.DEAD_LETTERS, options.delivery()),
        sinks.soon(Topics.HOUSEHOLD_ANSWERS, DeliveryGuarantee.AT_LEAST_ONCE),
        sinks.later(Topics.HOUSEHOLD_INDEX),
        sinks.soon(Topics.CONTROL_ACKS, DeliveryGuarantee.AT_LEAST_ONCE));
  }

  private static <T> Source<T, ?, ?> source(
      RiskOptions options, List<String> topics, KafkaRecordDeserializationSchema<T> reader) {
    return KafkaSource.<T>builder()
        .setBootstrapServers(options.kafka())
        .setTopics(topics)
        .setGroupId(HouseholdRiskJob.NAME)
        // What a department took back before it was told at all was never told.
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(reader)
        .build();
  }
}
