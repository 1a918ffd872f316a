package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsPortsTest {

  @Test
  void thePageListsThePorts() throws IOException {
    StackSettings settings = StackSettings.DEFAULTS;
    List<String> ports =
        Files.readString(Path.of("../docs/operations.md"))
            .lines()
            .dropWhile(line -> !line.equals("## What runs"))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(row -> row.split(" \\| ")[1])
            .toList();
    assertThat(ports)
        .containsExactly(
            String.valueOf(settings.kafkaPort()),
            String.valueOf(settings.controllerPort()),
            String.valueOf(settings.postgresPort()),
            String.valueOf(settings.flinkPort()),
            String.valueOf(settings.flinkRpcPort()));
  }
}
