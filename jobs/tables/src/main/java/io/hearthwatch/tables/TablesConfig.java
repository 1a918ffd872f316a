package io.hearthwatch.tables;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ParameterTool;

/**
 * What can be said to the job, read once. The page docs/tables.md lists the options; a test holds
 * it against this class.
 */
public record TablesConfig(
    String bootstrapServers,
    String jdbcUrl,
    String alertsTopic,
    String statisticsTopic,
    String statementsTopic,
    String deadLettersTopic,
    String groupId,
    Start start,
    int batchRows,
    Duration batchDelay) {

  /** Where a job without checkpoint begins to read. */
  public enum Start {
    /** Where the group left off; else at the beginning. */
    COMMITTED,
    /** At the beginning, to fill an empty database. */
    EARLIEST
  }

  static final ConfigOption<String> BOOTSTRAP_SERVERS =
      ConfigOptions.key("bootstrap-servers")
          .stringType()
          .noDefaultValue()
          .withDescription("Addresses of the Kafka brokers, HOST:PORT, comma-separated.");
  static final ConfigOption<String> JDBC_URL =
      ConfigOptions.key("jdbc-url")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "The database: jdbc:postgresql://HOST:PORT/DATABASE?user=USER. A password does not"
                  + " belong here but into ~/.pgpass or PGPASSFILE of the TaskManagers.");
  static final ConfigOption<String> ALERTS_TOPIC =
      ConfigOptions.key("alerts-topic")
          .stringType()
          .defaultValue("risk.alerts")
          .withDescription("Topic of the risk alerts.");
  static final ConfigOption<String> STATISTICS_TOPIC =
      ConfigOptions.key("statistics-topic")
          .stringType()
          .defaultValue("assistance.statistics")
          .withDescription("Topic of the statistics.");
  static final ConfigOption<String> STATEMENTS_TOPIC =
      ConfigOptions.key("statements-topic")
          .stringType()
          .defaultValue("relief.statements")
          .withDescription("Topic of the statements of households.");
  static final ConfigOption<String> DEAD_LETTERS_TOPIC =
      ConfigOptions.key("dead-letters-topic")
          .stringType()
          .defaultValue("dead.letters")
          .withDescription("Topic of the refused records.");
  static final ConfigOption<String> GROUP_ID =
      ConfigOptions.key("group-id")
          .stringType()
          .defaultValue("hearthwatch-tables")
          .withDescription("Consumer group under which Kafka remembers how far the job has read.");
  static final ConfigOption<Start> START =
      ConfigOptions.key("start")
          .enumType(Start.class)
          .defaultValue(Start.COMMITTED)
          .withDescription(
              "Where a job without checkpoint begins: committed (where the group left off, else at"
                  + " the beginning) or earliest (to fill an empty database again).");
  static final ConfigOption<Integer> BATCH_ROWS =
      ConfigOptions.key("batch-rows")
          .intType()
          .defaultValue(500)
          .withDescription(
              "Most records of one round trip to the database. Statistics have a bound of their"
                  + " own: 5000 cells.");
  static final ConfigOption<Duration> BATCH_DELAY =
      ConfigOptions.key("batch-delay")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription("Longest time that a record waits for others before it is written.");

  /** All options, in the order in which they are explained. */
  static List<ConfigOption<?>> options() {
    return List.of(
        BOOTSTRAP_SERVERS,
        JDBC_URL,
        ALERTS_TOPIC,
        STATISTICS_TOPIC,
        STATEMENTS_TOPIC,
        DEAD_LETTERS_TOPIC,
        GROUP_ID,
        START,
        BATCH_ROWS,
        BATCH_DELAY);
  }

  /**
   * From the program's arguments, {@code --NAME VALUE}.
   *
   * @throws IllegalArgumentException with everything that is wrong with them
   */
  static TablesConfig of(String... arguments) {
    List<String> problems = new ArrayList<>();
    Map<String, String> given = Map.of();
    try {
      given = ParameterTool.fromArgs(arguments).toMap();
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    Configuration values = Configuration.fromMap(given);
    Set<String> unknown = new TreeSet<>(given.keySet());
    options().forEach(option -> unknown.remove(option.key()));
    unknown.forEach(name -> problems.add("there is no option --" + name));

    TablesConfig config =
        new TablesConfig(
            value(values, BOOTSTRAP_SERVERS, problems),
            value(values, JDBC_URL, problems),
            value(values, ALERTS_TOPIC, problems),
            value(values, STATISTICS_TOPIC, problems),
            value(values, STATEMENTS_TOPIC, problems),
            value(values, DEAD_LETTERS_TOPIC, problems),
            value(values, GROUP_ID, problems),
            value(values, START, problems),
            value(values, BATCH_ROWS, problems),
            value(values, BATCH_DELAY, problems));
    config.check(problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return config;
  }

  private static <T> T value(Configuration values, ConfigOption<T> option, List<String> problems) {
    try {
      return values.get(option);
    } catch (IllegalArgumentException e) {
      problems.add("--" + option.key() + " cannot be " + values.toMap().get(option.key()));
      return option.defaultValue();
    }
  }

  private void check(List<String> problems) {
    if (bootstrapServers == null) {
      problems.add("--" + BOOTSTRAP_SERVERS.key() + " is missing");
    }
    if (jdbcUrl == null) {
      problems.add("--" + JDBC_URL.key() + " is missing");
    } else if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
      problems.add("--" + JDBC_URL.key() + " must begin with jdbc:postgresql:");
    }
    if (batchRows < 1) {
      problems.add("--" + BATCH_ROWS.key() + " must be at least 1");
    }
    if (batchDelay.toMillis() < 1) {
      problems.add("--" + BATCH_DELAY.key() + " must be at least 1 ms");
    }
  }
}
