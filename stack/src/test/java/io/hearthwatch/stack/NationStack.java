package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.broker.EventPublisher;
import io.hearthwatch.stack.broker.PolicyPublication;
import io.hearthwatch.stack.broker.TakenIn;
import io.hearthwatch.stack.broker.TopicCreation;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A whole stack in live mode with the real jobs, and a clock that the test moves. */
final class NationStack implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(3);

  static final String RISK = "household-risk";
  static final String ASSISTANCE = "assistance";

  /** All columns but the stamps of when a row or its record came. */
  private static final List<String> TABLES =
      List.of(
          "SELECT 'change', (to_jsonb(t) - 'appended_at' - 'arrival')::text"
              + " FROM hearthwatch.risk_case_change t",
          "SELECT 'hit', to_jsonb(t)::text FROM hearthwatch.risk_hit t",
          "SELECT 'evidence', to_jsonb(t)::text FROM hearthwatch.hit_evidence t",
          "SELECT 'record', to_jsonb(t)::text FROM hearthwatch.hit_record t",
          "SELECT 'letter', (to_jsonb(t) - 'appended_at' - 'refused_at' - 'expires_at')::text"
              + " FROM quarantine.dead_letter t",
          "SELECT 'statistic', to_jsonb(t)::text"
              + " FROM hearthwatch.statistics_by_region_and_month t",
          "SELECT 'disaster', to_jsonb(t)::text FROM hearthwatch.statistics_by_disaster t",
          "SELECT 'statement', (to_jsonb(t) - '{appended_at,record_partition,record_offset}'::text[])::text"
              + " FROM hearthwatch.relief_statement t WHERE NOT withdrawn",
          "SELECT 'unreadable', to_jsonb(t)::text FROM quarantine.unreadable_record t");

  private final StackDirs dirs;
  private final Stack stack;
  private final StackAddresses at;
  private final FlinkHttp http;
  private final FlinkRest rest;
  private final Producer<byte[], byte[]> ticks;
  private final HeldTime time;

  /** Starts a stack from nothing. */
  NationStack(Path folder) throws Exception {
    dirs = new StackDirs(folder);
    StackSettings settings = FreePorts.settings();
    stack = new Stack(Tree.home(), dirs, Jobs.all());
    try {
      at =
          stack.up(
              new Stack.UpRequest(
                  remembered -> settings,
                  List.of(new TopicCreation((short) 1), new TableMigration()),
                  List.of(new PolicyPublication(policies(), RISK)),
                  0,
                  PATIENCE),
              new Silent());
    } catch (Exception e) {
      stack.down(Duration.ZERO, new Silent());
      throw e;
    }
    http = new FlinkHttp(at.flinkRest());
    rest = new FlinkRest(at.flinkRest());
    ticks =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, at.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    time = new HeldTime(at);
  }

  static Path policies() {
    return Tree.home().file("policies");
  }

  StackAddresses at() {
    return at;
  }

  /** Sends events while no deadline passes, until {@link #letTimePass}. */
  void publish(List<HouseholdEvent> events) throws Exception {
    time.hold();
    try (EventPublisher publisher = new EventPublisher(at)) {
      events.forEach(publisher::accept);
      publisher.flush();
    }
  }

  /** Waits until the job has worked on all events; from then on deadlines may pass. */
  void letTimePass() throws Exception {
    try (TakenIn watching = new TakenIn(at, RISK, PATIENCE)) {
      watching.await(left -> {});
    }
    time.letPass();
  }

  /** Moves the job's time to now, once all feeds pause. */
  void tick() {
    ticks.send(new ProducerRecord<>(Topics.CLOCK, new byte[0]));
    ticks.flush();
  }

  /** Asks for a checkpoint of a job, and does not wait for it. */
  void triggerCheckpoint(String job) throws IOException {
    var body = new ObjectMapper().createObjectNode().put("checkpointType", "CONFIGURED");
    http.post("/jobs/" + jobId(job) + "/checkpoints", body, Duration.ofSeconds(5));
  }

  /** Folders of a job's checkpoints, under way or complete. */
  List<Path> checkpoints(String job) throws IOException {
    Path folder = dirs.checkpoints(job).resolve(jobId(job));
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(each -> each.getFileName().toString().startsWith("chk-")).toList();
    }
  }

  /** Ids are fixed for the life of the stack, whatever restarts. */
  private final Map<String, String> jobIds = new HashMap<>();

  private String jobId(String name) throws IOException {
    String known = jobIds.get(name);
    if (known != null) {
      return known;
    }
    String id =
        rest.jobs().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow().id();
    jobIds.put(name, id);
    return id;
  }

  static boolean isComplete(Path checkpoint) {
    return Files.exists(checkpoint.resolve("_metadata"));
  }

  /** Waits for a first complete checkpoint, so that the bundle is in the state. */
  void awaitFirstCheckpoint() throws IOException {
    triggerCheckpoint(RISK);
    await()
        .atMost(PATIENCE)
        .until(() -> checkpoints(RISK).stream().anyMatch(NationStack::isComplete));
  }

  /** SIGKILL, at once: the process gets no chance to do anything more. */
  Instant killTaskManager() {
    ProcessIdentity child =
        PartProcess.childPidFile(dirs, FlinkParts.TASK_MANAGER + 1).running().orElseThrow();
    ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();
    await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    return Instant.now();
  }

  /** Waits until all jobs were restarted after this instant and run. */
  void awaitRunningSince(Instant instant) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                runsSince(RISK, instant)
                    && runsSince(ASSISTANCE, instant)
                    && runsSince("tables", instant));
  }

  private boolean runsSince(String job, Instant instant) throws IOException {
    JsonNode said = http.get("/jobs/" + jobId(job), Duration.ofSeconds(5));
    return said.path("timestamps").path("RUNNING").asLong() > instant.toEpochMilli()
        && rest.allTasksRun(jobId(job));
  }

  /** Lets time pass until all timers have fired, all is committed and in the tables. */
  void settle() throws Exception {
    letTimePass();
    awaitTime(Instant.now());
    try (AlertTopics written = new AlertTopics(at, false);
        AlertTopics committed = new AlertTopics(at, true)) {
      triggerCheckpoint(RISK);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  committed.ends(Topics.RISK_ALERTS).equals(written.ends(Topics.RISK_ALERTS))
                      && committed
                          .ends(Topics.DEAD_LETTERS)
                          .equals(written.ends(Topics.DEAD_LETTERS)));
      long changes =
          committed.all(Topics.RISK_ALERTS).stream()
              .map(record -> committed.alert(record).getChangeId())
              .distinct()
              .count();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(count("hearthwatch.risk_case_change"))
                      .isGreaterThanOrEqualTo(changes));
      awaitStatistics(committed);
      Thread.sleep(1000); // for rows that should not come
    }
  }

  /** Waits until the job's time has come to an instant: all earlier timers have then fired. */
  private void awaitTime(Instant instant) throws IOException {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              tick();
              return riskTime() >= instant.toEpochMilli();
            });
  }

  /**
   * What the job has said to be its time, its timers fired; its subtask that is farthest behind.
   */
  private long riskTime() throws IOException {
    String job = "/jobs/" + jobId(RISK);
    String asked = "household_risk.currentOutputWatermark";
    for (JsonNode vertex : http.get(job, Duration.ofSeconds(5)).path("vertices")) {
      if (vertex.path("name").asText().startsWith("household risk")) {
        String path = job + "/vertices/" + vertex.path("id").asText();
        String query = "/subtasks/metrics?agg=min&get=" + asked;
        return http.get(path + query, Duration.ofSeconds(5)).path(0).path("min").asLong();
      }
    }
    return Long.MIN_VALUE;
  }

  /** Waits until all events are counted and the last word of each partition is in the table. */
  private void awaitStatistics(AlertTopics committed) throws Exception {
    try (TakenIn counting = TakenIn.ofAssistance(at, PATIENCE)) {
      counting.await(left -> {});
      counting.settle();
    }
    Map<Integer, Long> last = new TreeMap<>();
    committed
        .all(Topics.STATISTICS)
        .forEach(record -> last.merge(record.partition(), record.offset(), Math::max));
    assertThat(last).as("statistics").isNotEmpty();
    await().atMost(PATIENCE).until(() -> newestOffsets().equals(last));
  }

  private Map<Integer, Long> newestOffsets() throws SQLException {
    Map<Integer, Long> newest = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(at.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT record_partition, max(record_offset)"
                    + " FROM hearthwatch.assistance_statistic GROUP BY 1")) {
      while (row.next()) {
        newest.put(row.getInt(1), row.getLong(2));
      }
    }
    return newest;
  }

  /** Waits until no alert has been written for some time. */
  void awaitQuiet(AlertTopics written, Duration quiet) throws Exception {
    Map<TopicPartition, Long> ends = Map.of();
    Instant since = Instant.now();
    Instant until = since.plus(PATIENCE);
    while (Instant.now().isBefore(since.plus(quiet))) {
      assertThat(Instant.now()).as("still writing").isBefore(until);
      Map<TopicPartition, Long> now = written.ends(Topics.RISK_ALERTS);
      if (!now.equals(ends)) {
        ends = now;
        since = Instant.now();
      }
      Thread.sleep(200);
    }
  }

  /**
   * What has come of all events.
   *
   * @param committedOnly false to count what was written and never committed as well
   */
  Outcome outcome(boolean committedOnly) throws SQLException {
    Map<String, List<String>> alerts = new TreeMap<>();
    Map<String, Integer> refusals = new TreeMap<>();
    try (AlertTopics topics = new AlertTopics(at, committedOnly)) {
      for (ConsumerRecord<byte[], byte[]> record : topics.all(Topics.RISK_ALERTS)) {
        RiskAlert alert = topics.alert(record);
        alerts
            .computeIfAbsent(
                alert.getHouseholdId() + " " + alert.getCaseId(), key -> new ArrayList<>())
            .add(alert.getSequence() + ":" + HexFormat.of().formatHex(record.value()));
      }
      for (ConsumerRecord<byte[], byte[]> record : topics.all(Topics.DEAD_LETTERS)) {
        DeadLetter letter = topics.letter(record);
        String position =
            letter.getTopic() + "/" + letter.getPartition() + "/" + letter.getOffset();
        refusals.merge(
            letter.getReason()
                + " "
                + position
                + " "
                + HexFormat.of().formatHex(letter.getPayload().array()),
            1,
            Integer::sum);
      }
    }
    return new Outcome(alerts, refusals, rows());
  }

  private List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(at.jdbcUrl());
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery(table)) {
          while (row.next()) {
            rows.add(row.getString(1) + " " + row.getString(2));
          }
        }
      }
    }
    return rows;
  }

  private long count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(at.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws Exception {
    if (time != null) {
      time.close();
    }
    if (ticks != null) {
      ticks.close(Duration.ZERO);
    }
    stack.down(Duration.ZERO, new Silent());
  }

  private static final class Silent implements Progress {
    @Override
    public void began(String what) {}

    @Override
    public void done(String what, String detail) {}

    @Override
    public void note(String line) {}
  }
}
