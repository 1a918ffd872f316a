package io.hearthwatch.stack;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jobs of Hearthwatch, in the order in which they are started. A new job is one more entry
 * here.
 */
public final class Jobs {

  /** The job that watches households. */
  public static final String HOUSEHOLD_RISK = "household-risk";

  private static final List<JobDescriptor> ALL =
      List.of(
          new JobDescriptor(
              HOUSEHOLD_RISK,
              "jobs/household-risk/target/household-risk.jar",
              "io.hearthwatch.risk.HouseholdRiskMain",
              2,
              Jobs::householdRisk),
          new JobDescriptor(
              "assistance",
              "jobs/assistance/target/assistance.jar",
              "io.hearthwatch.assistance.AssistanceMain",
              2,
              (at, mode, delivery) ->
                  List.of(
                      "--bootstrap-servers", at.bootstrapServers(), "--delivery", delivery.word())),
          new JobDescriptor(
              "tables",
              "jobs/tables/target/tables.jar",
              "io.hearthwatch.tables.TablesMain",
              1,
              (at, mode, delivery) ->
                  List.of(
                      "--bootstrap-servers", at.bootstrapServers(), "--jdbc-url", at.jdbcUrl())));

  private Jobs() {}

  /**
   * Where history is told, a feed that has come to its end must not hold the others back for long.
   * In live operation it may: a pause of a second would let the clock fire deadlines ahead of what
   * the feed is about to tell.
   */
  private static List<String> householdRisk(StackAddresses at, Mode mode, Delivery delivery) {
    List<String> arguments =
        List.of(
            "--bootstrap-servers",
            at.bootstrapServers(),
            "--mode",
            mode.word(),
            "--delivery",
            delivery.word());
    return mode != Mode.LIVE
        ? Stream.concat(arguments.stream(), Stream.of("--idle-timeout", "200 ms")).toList()
        : arguments;
  }

  /** Every job, whether this tree has its module or not. */
  public static List<JobDescriptor> all() {
    return ALL;
  }

  /** The jobs whose modules this tree has. */
  public static List<JobDescriptor> in(Home home) {
    return ALL.stream()
        .filter(job -> Files.exists(home.file(job.jar()).getParent().resolveSibling("pom.xml")))
        .toList();
  }
}
