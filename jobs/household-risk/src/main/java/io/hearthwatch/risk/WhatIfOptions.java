package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.OptionReader;
import io.hearthwatch.io.policy.BundleArgument;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * What the job is told as it starts, by {@code hearthwatch policy whatif}. Read once; all errors
 * are reported together.
 *
 * @param kafka bootstrap servers
 * @param question what is asked
 * @param retention civil dates and how long happenings are kept
 * @param eventHomes whether a changed household of an event is noticed
 */
public record WhatIfOptions(
    String kafka, WhatIfQuestion question, Retention retention, boolean eventHomes) {

  public static final ConfigOption<String> KAFKA =
      ConfigOptions.key("bootstrap-servers")
          .stringType()
          .defaultValue("127.0.0.1:19092")
          .withDescription("Bootstrap servers of the broker.");

  public static final ConfigOption<String> REQUEST =
      ConfigOptions.key("request")
          .stringType()
          .defaultValue("")
          .withDescription("Stands on every result; a new one for each question. Needed.");

  public static final ConfigOption<String> BEFORE =
      ConfigOptions.key("before")
          .stringType()
          .defaultValue("")
          .withDescription(
              "The old policies: a control record with the bundle, gzip, Base64. Needed.");

  public static final ConfigOption<String> AFTER =
      ConfigOptions.key("after")
          .stringType()
          .defaultValue("")
          .withDescription("The new policies, likewise. Needed.");

  public static final ConfigOption<String> AS_OF =
      ConfigOptions.key("as-of")
          .stringType()
          .defaultValue("")
          .withDescription("Dates as of which both are asked, with commas between them. Needed.");

  public static final ConfigOption<String> ZONE = RiskOptions.ZONE;
  public static final ConfigOption<Integer> RETENTION_MONTHS = RiskOptions.RETENTION_MONTHS;
  public static final ConfigOption<Boolean> EVENT_HOMES = RiskOptions.EVENT_HOMES;

  /** All options, for the table in docs/operations.md. */
  public static final List<ConfigOption<?>> ALL =
      List.of(KAFKA, REQUEST, BEFORE, AFTER, AS_OF, ZONE, RETENTION_MONTHS, EVENT_HOMES);

  /** Reads the options; throws IllegalArgumentException that names every wrong one. */
  public static WhatIfOptions of(Map<String, String> arguments) {
    OptionReader reader = new OptionReader(arguments, ALL);
    String kafka = reader.get(KAFKA, Function.identity());
    String request = reader.get(REQUEST, WhatIfOptions::given);
    String before = reader.get(BEFORE, WhatIfOptions::bundle);
    String after = reader.get(AFTER, WhatIfOptions::bundle);
    List<Integer> asOf = reader.get(AS_OF, WhatIfOptions::days);
    ZoneId zone = reader.get(ZONE, ZoneId::of);
    Integer months = reader.get(RETENTION_MONTHS, Function.identity());
    boolean eventHomes = Boolean.TRUE.equals(reader.get(EVENT_HOMES, Function.identity()));
    reader.check();
    return new WhatIfOptions(
        kafka,
        new WhatIfQuestion(request, before, after, asOf),
        new Retention(zone, months),
        eventHomes);
  }

  private static String given(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("is needed");
    }
    return value;
  }

  private static String bundle(String argument) {
    BundleArgument.read(given(argument)); // now, and not in the tasks
    return argument;
  }

  private static List<Integer> days(String dates) {
    return Arrays.stream(given(dates).split(","))
        .map(date -> Math.toIntExact(LocalDate.parse(date.strip()).toEpochDay()))
        .toList();
  }
}
