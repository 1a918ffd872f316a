package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.OptionReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * What the job is told as it starts. Read once; all errors are reported together. Runtime tuning is
 * not here but in flink-conf.
 *
 * @param kafka bootstrap servers
 * @param mode replay, live or simulated
 * @param delivery of alerts and dead letters
 * @param transactionTimeout how long the broker keeps an open transaction of this job
 * @param disorder how much later something reported earlier may come
 * @param idleTimeout after how long a feed without records stops holding time back
 * @param alignment in replay and simulated, how far feeds may run ahead of each other
 * @param retention civil dates and how long happenings are kept
 * @param eventHomes whether a changed household of an event is noticed
 */
public record RiskOptions(
    String kafka,
    Mode mode,
    DeliveryGuarantee delivery,
    Duration transactionTimeout,
    Duration disorder,
    Duration idleTimeout,
    Duration alignment,
    Retention retention,
    boolean eventHomes) {

  /** How time moves. */
  public enum Mode {
    /** By the events alone: history is read as fast as possible. */
    REPLAY,
    /** By the clock too, so that deadlines pass when nothing comes in. */
    LIVE,
    /** By a clock that a simulation sets, which tells history fast and then goes on by days. */
    SIMULATED;

    /** Whether deadlines pass by themselves. */
    boolean hasClock() {
      return this != REPLAY;
    }

    /** Whether feeds wait for each other: history comes from all of them at once. */
    boolean isAligned() {
      return this != LIVE;
    }
  }

  public static final ConfigOption<String> KAFKA =
      ConfigOptions.key("bootstrap-servers")
          .stringType()
          .defaultValue("127.0.0.1:19092")
          .withDescription("Bootstrap servers of the broker.");

  public static final ConfigOption<Mode> MODE =
      ConfigOptions.key("mode")
          .enumType(Mode.class)
          .defaultValue(Mode.REPLAY)
          .withDescription(
              "replay: time moves by the events alone, for history. live: by the clock topic too."
                  + " simulated: as live, by the ticks of a simulation.");

  public static final ConfigOption<DeliveryGuarantee> DELIVERY =
      ConfigOptions.key("delivery")
          .enumType(DeliveryGuarantee.class)
          .defaultValue(DeliveryGuarantee.EXACTLY_ONCE)
          .withDescription(
              "exactly-once: alerts are seen by read_committed consumers after a checkpoint, once."
                  + " at-least-once: at once, after a failure perhaps twice with the same changeId.");

  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      ConfigOptions.key("transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofDays(3))
          .withDescription(
              "Longest outage after which open transactions can still be committed; the broker's"
                  + " transaction.max.timeout.ms must not be below it.");

  public static final ConfigOption<Duration> DISORDER =
      ConfigOptions.key("disorder")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription("How much later something that was reported earlier may come.");

  public static final ConfigOption<Duration> IDLE_TIMEOUT =
      ConfigOptions.key("idle-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("After how long a feed without records stops holding time back.");

  public static final ConfigOption<Duration> ALIGNMENT =
      ConfigOptions.key("alignment")
          .durationType()
          .defaultValue(Duration.ofDays(1))
          .withDescription("In replay and simulated, how far a feed may run ahead of the slowest.");

  public static final ConfigOption<String> ZONE =
      ConfigOptions.key("zone")
          .stringType()
          .defaultValue("Asia/Shanghai")
          .withDescription("Time zone in which an instant has its civil date.");

  public static final ConfigOption<Integer> RETENTION_MONTHS =
      ConfigOptions.key("retention-months")
          .intType()
          .defaultValue(Retention.DEFAULT_MONTHS)
          .withDescription("How long happenings are kept: the longest window of a rule plus 12.");

  public static final ConfigOption<Boolean> EVENT_HOMES =
      ConfigOptions.key("event-homes")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether a version that names another household or person than an earlier one of its event id"
                  + " is refused. It takes state for every event id; for ever on or off.");

  /** All options, for the table in docs/operations.md. */
  public static final List<ConfigOption<?>> ALL =
      List.of(
          KAFKA,
          MODE,
          DELIVERY,
          TRANSACTION_TIMEOUT,
          DISORDER,
          IDLE_TIMEOUT,
          ALIGNMENT,
          ZONE,
          RETENTION_MONTHS,
          EVENT_HOMES);

  /** Reads the options; throws IllegalArgumentException that names every wrong one. */
  public static RiskOptions of(Map<String, String> arguments) {
    OptionReader reader = new OptionReader(arguments, ALL);
    RiskOptions options =
        new RiskOptions(
            reader.get(KAFKA, Function.identity()),
            reader.get(MODE, Function.identity()),
            reader.get(DELIVERY, Function.identity()),
            reader.get(TRANSACTION_TIMEOUT, Function.identity()),
            reader.get(DISORDER, Function.identity()),
            reader.get(IDLE_TIMEOUT, Function.identity()),
            reader.get(ALIGNMENT, Function.identity()),
            retention(reader),
            Boolean.TRUE.equals(reader.get(EVENT_HOMES, Function.identity())));
    reader.check();
    return options;
  }

  private static Retention retention(OptionReader reader) {
    ZoneId zone = reader.get(ZONE, ZoneId::of);
    Integer months = reader.get(RETENTION_MONTHS, Function.identity());
    return zone == null || months == null ? null : new Retention(zone, months);
  }
}
