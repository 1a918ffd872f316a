package io.hearthwatch.stack;

import java.nio.file.Files;
import java.util.List;

/**
 * The jobs of Hearthwatch, in the order in which they are started. A new job is one more entry
 * here.
 */
public final class Jobs {
  private static final List<JobDescriptor> ALL =
      List.of(
          new JobDescriptor(
              "household-risk",
              "jobs/household-risk/target/household-risk.jar",
              "io.hearthwatch.risk.HouseholdRiskMain",
              2,
              (at, mode) -> List.of("--kafka", at.bootstrapServers(), "--mode", mode.word())),
          new JobDescriptor(
              "tables",
              "jobs/tables/target/tables.jar",
              "io.hearthwatch.tables.TablesMain",
              1,
              (at, mode) ->
                  List.of(
                      "--bootstrap-servers", at.bootstrapServers(), "--jdbc-url", at.jdbcUrl())));

  private Jobs() {}

  /** The jobs whose modules this tree has. */
  public static List<JobDescriptor> in(Home home) {
    return ALL.stream()
        .filter(job -> Files.exists(home.file(job.jar()).getParent().resolveSibling("pom.xml")))
        .toList();
  }
}
