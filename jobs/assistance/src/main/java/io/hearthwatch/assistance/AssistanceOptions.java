package io.hearthwatch.assistance;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.io.flink.OptionReader;
import java.time.Duration;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * What the job is told as it starts. Read once; all errors are reported together. Runtime tuning is
 * not here but in flink-conf.
 *
 * @param kafka bootstrap servers
 * @param delivery of statistics and dead letters
 * @param transactionTimeout how long the broker keeps an open transaction of this job
 * @param retention civil dates, and how long after something happened it may be told
 * @param regionLevels lengths of region codes above the lowest level
 * @param books when a year is closed
 * @param addUp at least once, longest time that changes of a figure wait for others
 * @param eventHomes whether a changed household of an event is noticed
 */
public record AssistanceOptions(
    String kafka,
    DeliveryGuarantee delivery,
    Duration transactionTimeout,
    Retention retention,
    List<Integer> regionLevels,
    Books books,
    Duration addUp,
    boolean eventHomes) {

  public static final ConfigOption<String> KAFKA =
      ConfigOptions.key("bootstrap-servers")
          .stringType()
          .defaultValue("127.0.0.1:19092")
          .withDescription("Bootstrap servers of the broker.");

  public static final ConfigOption<DeliveryGuarantee> DELIVERY =
      ConfigOptions.key("delivery")
          .enumType(DeliveryGuarantee.class)
          .defaultValue(DeliveryGuarantee.EXACTLY_ONCE)
          .withDescription(
              "exactly-once: figures are seen by read_committed consumers after a checkpoint, so"
                  + " all levels agree. at-least-once: after --add-up, and after a failure"
                  + " perhaps older ones for a moment.");

  public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
      ConfigOptions.key("transaction-timeout")
          .durationType()
          .defaultValue(Duration.ofDays(3))
          .withDescription(
              "Longest outage after which open transactions can still be committed; the broker's"
                  + " transaction.max.timeout.ms must not be below it.");

  public static final ConfigOption<String> ZONE =
      ConfigOptions.key("zone")
          .stringType()
          .defaultValue("Asia/Shanghai")
          .withDescription("Time zone in which an instant has its civil date.");

  public static final ConfigOption<Integer> RETENTION_MONTHS =
      ConfigOptions.key("retention-months")
          .intType()
          .defaultValue(Retention.DEFAULT_MONTHS)
          .withDescription(
              "How long after it happened something may be told; as for household-risk.");

  public static final ConfigOption<String> REGION_LEVELS =
      ConfigOptions.key("region-levels")
          .stringType()
          .defaultValue("2,4,6,9")
          .withDescription(
              "Lengths of region codes above the lowest level; for ever, as figures are kept by"
                  + " them.");

  public static final ConfigOption<String> BOOKS_CLOSE =
      ConfigOptions.key("books-close")
          .stringType()
          .defaultValue("03-31")
          .withDescription(
              "Last day, MM-DD of the next year, on which a year takes in what is reported; later"
                  + " reports are adjustments. For ever, as figures are kept by it. Assumed.");

  public static final ConfigOption<Duration> ADD_UP =
      ConfigOptions.key("add-up")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription(
              "At least once, the longest time that changes of a figure wait for others. Exactly once"
                  + " they wait for the checkpoint, with which they are seen.");

  public static final ConfigOption<Boolean> EVENT_HOMES =
      ConfigOptions.key("event-homes")
          .booleanType()
          .defaultValue(true)
          .withDescription(
              "Whether a version that names another household or person than an earlier one of its event id"
                  + " is refused. As for household-risk, for ever on or off.");

  /** Longest time that a figure waits: exactly once it is seen with the checkpoint. */
  Optional<Duration> seenAfter() {
    return delivery == DeliveryGuarantee.EXACTLY_ONCE ? Optional.empty() : Optional.of(addUp);
  }

  /** All options, for the table in docs/operations.md. */
  public static final List<ConfigOption<?>> ALL =
      List.of(
          KAFKA,
          DELIVERY,
          TRANSACTION_TIMEOUT,
          ZONE,
          RETENTION_MONTHS,
          REGION_LEVELS,
          BOOKS_CLOSE,
          ADD_UP,
          EVENT_HOMES);

  /** Reads the options; throws IllegalArgumentException that names every wrong one. */
  public static AssistanceOptions of(Map<String, String> arguments) {
    OptionReader reader = new OptionReader(arguments, ALL);
    ZoneId zone = reader.get(ZONE, ZoneId::of);
    Integer months = reader.get(RETENTION_MONTHS, Function.identity());
    MonthDay closing = reader.get(BOOKS_CLOSE, text -> MonthDay.parse("--" + text));
    AssistanceOptions options =
        new AssistanceOptions(
            reader.get(KAFKA, Function.identity()),
            reader.get(DELIVERY, Function.identity()),
            reader.get(TRANSACTION_TIMEOUT, Function.identity()),
            zone == null || months == null ? null : new Retention(zone, months),
            reader.get(REGION_LEVELS, AssistanceOptions::levels),
            zone == null || closing == null ? null : new Books(zone, closing),
            reader.get(ADD_UP, AssistanceOptions::positive),
            Boolean.TRUE.equals(reader.get(EVENT_HOMES, Function.identity())));
    reader.check();
    return options;
  }

  private static List<Integer> levels(String text) {
    List<Integer> levels = Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    new RegionScheme(levels); // says what is wrong with them
    return levels;
  }

  private static Duration positive(Duration duration) {
    if (duration.toMillis() < 1) {
      throw new IllegalArgumentException("must be at least 1 ms");
    }
    return duration;
  }
}
