package io.hearthwatch.stack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.stack.Home;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody runs the compose file in the build; so it is held against what it must agree with. */
class ComposeTest {
  private static final Home HOME = new Home(Path.of("").toAbsolutePath().getParent());

  @Test
  void agreesWithThePomsTheConfigurationAndTheJobs() throws Exception {
    assertThat(ComposeCheck.differences(HOME, HOME.file("docker-compose.yml"))).isEmpty();
  }

  @Test
  void aFileThatHasDriftedIsCaught() throws Exception {
    Path drifted = Path.of(ComposeTest.class.getResource("/compose/drifted.yml").toURI());
    List<String> differences = ComposeCheck.differences(HOME, drifted);
    for (String what :
        List.of(
            "image of broker: apache/kafka:4.2.0",
            "image of postgres: postgres:17",
            "image of taskmanager: flink:2.2.0-java17",
            "ports of broker: [19092:19092]",
            "KAFKA_TRANSACTION_MAX_TIMEOUT_MS: 900000",
            "KAFKA_AUTO_CREATE_TOPICS_ENABLE: null",
            "advertised listeners: PLAINTEXT://localhost:9092",
            "volumes of taskmanager: [./flink-conf/embedded:/hearthwatch/conf:ro]",
            "volumes of submit-household-risk: [./jobs/household-risk/target:/hearthwatch/jobs:ro]",
            "owner of the volume: null",
            "what jobmanager waits for: null",
            "entrypoint of submit-household-risk: [bash, -c, ",
            "arguments of submit-household-risk: [--bootstrap-servers, 127.0.0.1:19092",
            "volumes of broker: [broker-data:/var/lib/kafka]",
            "volumes of postgres: [postgres-data:/var/lib/postgresql/data]",
            "no service makes the topics",
            "no service ticks",
            "what submit-household-risk waits for: null",
            "no service submits tables")) {
      assertThat(differences).anyMatch(difference -> difference.startsWith(what));
    }
  }
}
