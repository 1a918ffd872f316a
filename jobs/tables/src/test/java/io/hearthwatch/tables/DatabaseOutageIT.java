package io.hearthwatch.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.tables.Migrations;
import io.hearthwatch.io.tables.PostgresSinks;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.TestAlerts;
import io.hearthwatch.io.tables.TestStatistics;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.ReliefStatement;
import io.hearthwatch.wire.RiskAlert;
import io.hearthwatch.wire.StatementLine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job over a real PostgreSQL that goes away for a while. */
class DatabaseOutageIT {

  private static final int CASES = 100;
  private static final int CHANGES = 3_000;
  private static final int CELLS = 50;
  private static final int STATISTICS = 1_000;
  private static final int LETTERS = 300;
  private static final int STATEMENTS = 300;
  private static final int EVERY = 49;

  @TempDir Path folder;
  private int port;
  private EmbeddedPostgres server;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    startServer();
    Migrations.migrate(jdbcUrl());
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  private void startServer() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  @Test
  void theJobWaitsForTheDatabaseAndCatchesUp() throws Exception {
    JobClient job = submit();
    await("the first rows").atMost(Duration.ofSeconds(60)).until(() -> count(CHANGE) > 100);

    server.close();
    await("the job to notice")
        .atMost(Duration.ofSeconds(60))
        .until(() -> job.getJobStatus().get() == JobStatus.RESTARTING);
    startServer();
    job.getJobExecutionResult().get(2, TimeUnit.MINUTES);

    int unreadable = CHANGES / EVERY;
    assertThat(count(CHANGE)).isEqualTo(CHANGES - unreadable);
    assertThat(count("hearthwatch.current_case")).isEqualTo(CASES);
    assertThat(count("hearthwatch.risk_hit")).isEqualTo(CHANGES - unreadable);
    assertThat(count("hearthwatch.hit_evidence")).isEqualTo(4L * (CHANGES - unreadable));
    assertThat(count("hearthwatch.hit_record")).isEqualTo(2L * (CHANGES - unreadable));
    assertThat(count("hearthwatch.assistance_statistic")).isEqualTo(CELLS);
    assertThat(count("hearthwatch.assistance_statistic WHERE person_times >= 950"))
        .isEqualTo(CELLS);
    assertThat(count("hearthwatch.relief_statement")).isEqualTo(STATEMENTS);
    assertThat(count("quarantine.dead_letter")).isEqualTo(LETTERS);
    assertThat(count("quarantine.unreadable_record")).isEqualTo(unreadable);
  }

  private static final String CHANGE = "hearthwatch.risk_case_change";

  private JobClient submit() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(2));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    PostgresSinks sinks = new PostgresSinks(jdbcUrl(), 100, 100);
    TablesJob.build(
        env,
        new TablesSources(
            TestSources.slowly(CHANGES, 250, DatabaseOutageIT::alert),
            TestSources.slowly(STATISTICS, 80, DatabaseOutageIT::statistic),
            TestSources.slowly(STATEMENTS, 25, DatabaseOutageIT::statement),
            TestSources.slowly(LETTERS, 25, DatabaseOutageIT::letter)),
        new TablesSinks(
            sinks.alerts(),
            sinks.statistics(),
            sinks.statements(),
            sinks.deadLetters(),
            sinks.unreadable()));
    return env.executeAsync(TablesJob.NAME);
  }

  /** Changes of many cases in turn; now and then bytes that are none. */
  private static ReceivedRecord alert(long index) {
    if (index % EVERY == EVERY - 1L) {
      return TestAlerts.record(index, new byte[] {1, 2, 3});
    }
    int sequence = (int) (index / CASES) + 1;
    RiskAlert opened = TestAlerts.opened("h" + index % CASES);
    opened.setSequence(sequence - 1);
    RiskAlert alert =
        TestAlerts.next(opened, CaseTransition.UPDATED, TestAlerts.DAY.plusDays(sequence));
    return TestAlerts.record(index, TestAlerts.bytes(alert));
  }

  /** Figures of a few cells that grow with each record. */
  private static ReceivedRecord statistic(long index) {
    return TestStatistics.record(
        index, TestStatistics.of("3608" + (10 + index % CELLS), 202403, index));
  }

  /** Each of another household. */
  private static ReceivedRecord statement(long index) {
    ReliefStatement statement =
        new ReliefStatement(
            "h" + index,
            202403,
            LocalDate.of(2024, 3, 20),
            false,
            "360823",
            List.of("dibao"),
            List.of(
                new StatementLine("dibao", "civil-affairs", null, null, 1L, 234_400L, 0L, false)),
            List.of("marginal"));
    return new ReceivedRecord(
        "relief.statements",
        0,
        index,
        0,
        null,
        new SingleObject<>(ReliefStatement.class).encode(statement));
  }

  private static ReceivedRecord letter(long index) throws IOException {
    ByteBuffer encoded =
        DeadLetter.getEncoder()
            .encode(
                new DeadLetter(
                    "garbage",
                    "no Avro single object",
                    "events.education",
                    0,
                    index,
                    Instant.EPOCH,
                    null,
                    ByteBuffer.wrap(new byte[] {1, 2})));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return new ReceivedRecord("dead.letters", 0, index, 0, null, bytes);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
