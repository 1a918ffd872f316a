package io.hearthwatch.stack.compose;

import io.hearthwatch.stack.FlinkConfig;
import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.JobDescriptor;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.Mode;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackSettings;
import io.hearthwatch.stack.broker.ClockMain;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Says in what a compose file differs from the poms, the configuration and the jobs of the tree.
 */
final class ComposeCheck {
  /** Broker settings that are about where things are, and so differ between the two stacks. */
  private static final Set<String> PLACES =
      Set.of("listener.security.protocol.map", "listeners", "log.dirs", "controller.quorum.voters");

  /** Where containers find each other. */
  static final StackAddresses INSIDE =
      new StackAddresses(
          "broker:9092",
          URI.create("http://jobmanager:8081"),
          "jdbc:postgresql://postgres:5432/hearthwatch?user=postgres");

  private final Home home;
  private final Versions versions;
  private final Map<?, ?> services;
  private final List<String> differences = new ArrayList<>();

  private ComposeCheck(Home home, Path compose) throws Exception {
    this.home = home;
    this.versions = Versions.of(home.file("pom.xml"));
    Map<?, ?> root =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(compose));
    this.services = (Map<?, ?>) root.get("services");
  }

  static List<String> differences(Home home, Path compose) throws Exception {
    ComposeCheck check = new ComposeCheck(home, compose);
    check.images();
    check.ports();
    check.broker();
    check.flink();
    check.provision();
    check.clock();
    check.jobs();
    return check.differences;
  }

  private void images() {
    String flink = "flink:" + versions.get("flink.version") + "-java17";
    same(
        "image of broker", "apache/kafka:" + versions.get("kafka.broker.version"), image("broker"));
    String postgres = versions.get("postgresql.server.version");
    same(
        "image of postgres",
        "postgres:" + postgres.substring(0, postgres.indexOf('.')),
        image("postgres"));
    for (Object name : services.keySet()) {
      if (!name.equals("broker") && !name.equals("postgres")) {
        same("image of " + name, flink, image(name.toString()));
      }
    }
  }

  private void ports() {
    StackSettings defaults = StackSettings.DEFAULTS;
    same("ports of broker", published(defaults.kafkaPort(), 19092), list("broker", "ports"));
    same("ports of postgres", published(defaults.postgresPort(), 5432), list("postgres", "ports"));
    same("ports of jobmanager", published(defaults.flinkPort(), 8081), list("jobmanager", "ports"));
  }

  private static List<String> published(int outside, int inside) {
    return List.of("127.0.0.1:" + outside + ":" + inside);
  }

  private void broker() throws IOException {
    Map<?, ?> environment = (Map<?, ?>) service("broker").get("environment");
    Properties embedded = new Properties();
    try (Reader reader = Files.newBufferedReader(home.file("stack/conf/broker.properties"))) {
      embedded.load(reader);
    }
    for (String key : embedded.stringPropertyNames()) {
      if (!PLACES.contains(key)) {
        String name = "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
        same(name, embedded.getProperty(key), environment.get(name));
      }
    }
    same(
        "volumes of broker",
        List.of("broker-data:" + environment.get("KAFKA_LOG_DIRS")),
        list("broker", "volumes"));
    same(
        "volumes of postgres",
        List.of("postgres-data:/var/lib/postgresql"),
        list("postgres", "volumes"));
    Object advertised = environment.get("KAFKA_ADVERTISED_LISTENERS");
    same(
        "advertised listeners",
        "PLAINTEXT://broker:9092,HOST://127.0.0.1:" + StackSettings.DEFAULTS.kafkaPort(),
        advertised);
  }

  /**
   * Both files say the same where both speak, but for the addresses; and the mounts lead to them.
   */
  private void flink() {
    for (String name : List.of("jobmanager", "taskmanager")) {
      same(
          "volumes of " + name,
          List.of("./flink-conf/docker:/hearthwatch/conf:ro", "flink-data:/hearthwatch/data"),
          list(name, "volumes"));
    }
    same("owner of the volume", "0:0", service("volume").get("user"));
    same(
        "what jobmanager waits for",
        Map.of("volume", Map.of("condition", "service_completed_successfully")),
        service("jobmanager").get("depends_on"));
    FlinkConfig docker = FlinkConfig.read(home.file("flink-conf/docker/config.yaml"));
    FlinkConfig embedded = FlinkConfig.read(home.file("flink-conf/embedded/config.yaml"));
    embedded
        .values()
        .forEach(
            (key, value) -> {
              boolean address = key.contains("address") || key.contains("host");
              // Flink's scripts, which the containers have, find the cores themselves.
              if (!address && !key.equals("taskmanager.cpu.cores")) {
                same("flink-conf/docker: " + key, value, docker.values().get(key));
              }
            });
    String data = "file:///hearthwatch/data/";
    for (String key :
        List.of("execution.checkpointing.dir", "execution.checkpointing.savepoint-dir")) {
      if (!docker.get(key).startsWith(data)) {
        differences.add(key + " is not on the shared volume");
      }
    }
  }

  /** Topics and tables are made by the command that makes them everywhere, before jobs start. */
  private void provision() {
    if (!services.containsKey("provision")) {
      differences.add("no service makes the topics");
      return;
    }
    same(
        "volumes of provision",
        List.of("./stack/target:/hearthwatch/stack:ro", "./policies:/hearthwatch/policies:ro"),
        list("provision", "volumes"));
    String run = String.join(" ", list("provision", "entrypoint"));
    String wanted = " -jar /hearthwatch/stack/hearthwatch-stack.jar provision";
    if (!run.endsWith(wanted)) {
      differences.add("provision does not run" + wanted);
    }
    same(
        "arguments of provision",
        List.of("--bootstrap-servers", INSIDE.bootstrapServers(), "--jdbc-url", INSIDE.jdbcUrl()),
        list("provision", "command"));
  }

  /** Without topics a program restarts until they are there; compose knows when they are. */
  private void waitsForTopics(String name) {
    Object waits =
        service(name).get("depends_on") instanceof Map<?, ?> on ? on.get("provision") : null;
    same(
        "what " + name + " waits for",
        Map.of("condition", "service_completed_successfully"),
        waits);
  }

  /** Jobs that go by the clock have one. */
  private void clock() {
    if (!services.containsKey("clock")) {
      differences.add("no service ticks");
      return;
    }
    waitsForTopics("clock");
    same(
        "volumes of clock",
        List.of("./stack/target:/hearthwatch/stack:ro"),
        list("clock", "volumes"));
    String run = String.join(" ", list("clock", "entrypoint"));
    String wanted = " -cp /hearthwatch/stack/hearthwatch-stack.jar " + ClockMain.class.getName();
    if (!run.endsWith(wanted)) {
      differences.add("clock does not run" + wanted);
    }
    same("arguments of clock", List.of(INSIDE.bootstrapServers()), list("clock", "command"));
  }

  private void jobs() {
    for (JobDescriptor job : Jobs.all()) {
      String name = "submit-" + job.name();
      if (!services.containsKey(name)) {
        differences.add("no service submits " + job.name());
        continue;
      }
      waitsForTopics(name);
      String jar = job.jar().substring(job.jar().lastIndexOf('/') + 1);
      String folder = job.jar().substring(0, job.jar().lastIndexOf('/'));
      same(
          "volumes of " + name,
          List.of(
              "./flink-conf/docker:/hearthwatch/conf:ro",
              "./" + folder + ":/hearthwatch/jobs:ro",
              "flink-data:/hearthwatch/data:ro"),
          list(name, "volumes"));
      same(
          "entrypoint of " + name,
          List.of(
              "bash",
              "/hearthwatch/conf/submit.sh",
              job.name(),
              String.valueOf(job.parallelism()),
              job.entryClass(),
              "/hearthwatch/jobs/" + jar),
          list(name, "entrypoint"));
      List<String> arguments =
          job.arguments().of(INSIDE, Mode.LIVE, StackSettings.DEFAULTS.delivery());
      same("arguments of " + name, arguments, list(name, "command"));
    }
  }

  private Map<?, ?> service(String name) {
    return services.get(name) instanceof Map<?, ?> service ? service : Map.of();
  }

  private Object image(String name) {
    return service(name).get("image");
  }

  private List<String> list(String service, String key) {
    return service(service).get(key) instanceof List<?> values
        ? values.stream().map(Object::toString).toList()
        : List.of();
  }

  private void same(String what, Object wanted, Object found) {
    if (!Objects.equals(wanted, found)) {
      differences.add(what + ": " + found + ", not " + wanted);
    }
  }
}
