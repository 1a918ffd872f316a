package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** Kafka in KRaft mode: one process that is broker and controller. */
final class BrokerPart {
  static final String NAME = "broker";
  private static final int FORMAT_SECONDS = 60;

  private BrokerPart() {}

  static Part of(Home home, StackDirs dirs, StackSettings settings) {
    Path config = dirs.run().resolve("broker.properties");
    String classPath = home.classPath("broker");
    String address = settings.addresses().bootstrapServers();
    return new Part(
        NAME,
        address,
        List.of(
            new PortClaim(settings.kafkaPort(), "Kafka broker", "--kafka-port"),
            new PortClaim(
                settings.controllerPort(),
                "Kafka controller, always the broker's port + 1",
                "--kafka-port")),
        () -> {
          render(home, dirs, settings, config);
          format(home, dirs, classPath, config);
        },
        Part.Preparation.NONE,
        java(home, dirs, classPath, List.of("-Xms256m", "-Xmx1g"), "kafka.Kafka")
            .with(config.toString()),
        false,
        () -> check(address),
        () -> BrokerHandshake.check(settings.kafkaPort()),
        Duration.ofSeconds(30));
  }

  private static void render(Home home, StackDirs dirs, StackSettings settings, Path config)
      throws IOException {
    String here = "127.0.0.1:";
    Files.writeString(
        config,
        Files.readString(home.file("stack/conf/broker.properties"))
            + "\n# Added by `hearthwatch up`.\n"
            + "listeners=PLAINTEXT://"
            + (here + settings.kafkaPort())
            + ",CONTROLLER://"
            + (here + settings.controllerPort())
            + "\ncontroller.quorum.voters=1@"
            + (here + settings.controllerPort())
            + "\nlog.dirs="
            + escaped(data(dirs))
            + "\n");
  }

  /** Properties files are Latin-1 and take a backslash as an escape. */
  static String escaped(Path path) {
    StringBuilder escaped = new StringBuilder();
    for (char c : path.toString().toCharArray()) {
      if (c > '~') {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c == '\\' ? "\\\\" : String.valueOf(c));
      }
    }
    return escaped.toString();
  }

  /**
   * KRaft wants its folder formatted, once. An interrupted format has no meta.properties and is
   * done again.
   */
  private static void format(Home home, StackDirs dirs, String classPath, Path config)
      throws IOException, InterruptedException {
    if (Files.exists(data(dirs).resolve("meta.properties"))) {
      return;
    }
    Path out = dirs.log().resolve("broker-format.out");
    List<String> command =
        java(home, dirs, classPath, List.of("-Xmx256m"), "kafka.tools.StorageTool")
            .with(
                "format",
                "--ignore-formatted",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                config.toString());
    Process format =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      if (!format.waitFor(FORMAT_SECONDS, TimeUnit.SECONDS) || format.exitValue() != 0) {
        throw new StackFailure(
            "The broker's folder could not be formatted: "
                + LogTail.cause(out).orElse("no reason given")
                + "; see "
                + out
                + ".");
      }
    } finally {
      format.destroyForcibly();
    }
  }

  private static JavaCommand java(
      Home home, StackDirs dirs, String classPath, List<String> flags, String main) {
    return JavaCommand.of(home, dirs, NAME, classPath, flags, main);
  }

  private static Path data(StackDirs dirs) {
    return dirs.broker().resolve("data");
  }

  private static void check(String address) throws Exception {
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            address,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            2000,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            2000);
    try (Admin admin = Admin.create(config)) {
      admin.describeCluster().clusterId().get(3, TimeUnit.SECONDS);
    }
  }
}
