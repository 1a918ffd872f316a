package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.compose.ComposeService;
import io.hearthwatch.stack.testjob.CountingJob;
import io.hearthwatch.stack.testjob.TestJobJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One life of a stack, from nothing: up, healed after each kind of death, down. One test and not
 * six, because each step needs the stack as the step before has left it, and starting it is what
 * takes the time.
 */
class StackIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private StackSettings settings;
  private StackDirs dirs;
  private Stack stack;

  private final Progress progress =
      new Progress() {
        @Override
        public void began(String what) {}

        @Override
        public void done(String what, String detail) {
          told.add(what + " " + detail);
        }

        @Override
        public void note(String line) {
          told.add(line);
        }
      };

  @AfterEach
  void stop() throws Exception {
    if (stack != null) {
      stack.down(Duration.ZERO, progress);
    }
  }

  @Test
  void livesThroughEveryDeath() throws Exception {
    // A space in the path, as in many a home folder.
    dirs = new StackDirs(folder.resolve("my var"));
    settings = FreePorts.settings();
    JobDescriptor job =
        new JobDescriptor(
            CountingJob.NAME,
            TestJobJar.write(folder).toString(),
            CountingJob.class.getName(),
            2,
            (at, mode, delivery) -> List.of("--mode", mode.word()));
    stack = new Stack(Tree.home(), dirs, List.of(job));

    up();
    assertThat(stack.status().isHealthy()).isTrue();
    assertThat(told).contains("counting runs");

    servicesOfComposeRun();

    up();
    assertThat(told).contains("Hearthwatch is up already.", "counting runs already");

    ProcessIdentity taskManager = child();
    Signals.kill(taskManager);
    await().atMost(PATIENCE).until(() -> stack.status().isHealthy());
    assertThat(child()).isNotEqualTo(taskManager);
    await()
        .atMost(PATIENCE)
        .until(() -> stack.status().jobs().get(0).checkpointAgeSeconds().isPresent());

    kill(BrokerPart.NAME);
    assertThat(stack.status().isHealthy()).isFalse();
    up();
    assertThat(told).anyMatch(line -> line.startsWith("broker ")).contains("counting runs already");
    assertThat(told).noneMatch(line -> line.startsWith("postgres "));

    // Everything at once: the server is left without its host, the TaskManager without its
    // supervisor.
    kill(BrokerPart.NAME, PostgresPart.NAME, FlinkParts.JOB_MANAGER, FlinkParts.TASK_MANAGER + 1);
    assertThat(PostgresServer.in(dirs).running()).isPresent();
    up();
    assertThat(told).anyMatch(line -> line.startsWith("counting runs, from flink/checkpoints/"));

    assertThat(checkpointsEveryMs()).isEqualTo(10_000);
    settings = settings.withMode(Mode.REPLAY);
    up();
    assertThat(told).anyMatch(line -> line.startsWith("counting runs, from flink/savepoints/"));
    assertThat(checkpointsEveryMs()).isEqualTo(30_000);

    told.clear();
    stack.down(PATIENCE, progress);
    assertThat(told).contains("counting stopped with a savepoint");
    assertThat(stack.status().parts()).allMatch(part -> part.pid().isEmpty());
    assertThat(PostgresServer.in(dirs).running()).isEmpty();
    assertThat(new RestorePoints(dirs).newest(CountingJob.NAME))
        .hasValueSatisfying(path -> assertThat(path).startsWith(dirs.savepoints(CountingJob.NAME)));

    stack.down(PATIENCE, progress);
    assertThat(told).contains("Hearthwatch is down already.");
  }

  /** There is no container engine here, but there are the programs that the containers run. */
  private void servicesOfComposeRun() throws Exception {
    StackAddresses at = settings.addresses();
    Path root = Files.createDirectory(folder.resolve("provision"));
    Process provision = ComposeService.start(Tree.home(), "provision", at, root);
    assertThat(provision.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(root.resolve("provision.out")))
        .contains("topics: ready", "tables: ready", "policies: published, version ");

    Map<String, Object> broker =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, at.bootstrapServers());
    root = Files.createDirectory(folder.resolve("clock"));
    Process clock = ComposeService.start(Tree.home(), "clock", at, root);
    try (Admin admin = Admin.create(broker)) {
      assertThat(admin.listTopics().names().get()).contains(Topics.RISK_ALERTS, Topics.CLOCK);
      TopicPartition ticks = new TopicPartition(Topics.CLOCK, 0);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  admin
                          .listOffsets(Map.of(ticks, OffsetSpec.latest()))
                          .all()
                          .get()
                          .get(ticks)
                          .offset()
                      > 0);
    } finally {
      clock.destroyForcibly();
    }
  }

  private void up() throws Exception {
    told.clear();
    stack.up(
        new Stack.UpRequest(remembered -> settings, List.of(), List.of(), 0, PATIENCE), progress);
    assertThat(stack.addresses()).isEqualTo(settings.addresses());
  }

  private long checkpointsEveryMs() throws IOException {
    FlinkHttp flink = new FlinkHttp(settings.addresses().flinkRest());
    String job =
        new FlinkRest(settings.addresses().flinkRest())
            .jobs().stream().filter(each -> !each.hasEnded()).findFirst().orElseThrow().id();
    return flink.get("/jobs/" + job + "/checkpoints/config", PATIENCE).path("interval").asLong();
  }

  private ProcessIdentity child() {
    return PartProcess.childPidFile(dirs, FlinkParts.TASK_MANAGER + 1).running().orElseThrow();
  }

  private void kill(String... parts) {
    for (String part : parts) {
      ProcessIdentity process = PartProcess.pidFile(dirs, part).running().orElseThrow();
      Signals.kill(process);
      await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
  }
}
