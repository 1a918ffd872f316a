package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkConfigTest {
  @TempDir private Path folder;

  private FlinkConfig rendered(StackSettings settings) {
    return FlinkParts.config(Tree.home(), new StackDirs(folder), settings);
  }

  @Test
  void joinsNestedKeysAsFlinkDoes() throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "a:\n  b:\n    c: 1\nd.e: x y\n");
    assertThat(FlinkConfig.read(file).values()).isEqualTo(Map.of("a.b.c", "1", "d.e", "x y"));
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    FlinkConfig config = rendered(StackSettings.DEFAULTS).with(Map.of("odd", "it's: # odd"));
    Path file = folder.resolve("run/config.yaml");
    config.write(file);
    assertThat(FlinkConfig.read(file)).isEqualTo(config);
  }

  @Test
  void takesPortsAndFoldersFromTheStack() {
    FlinkConfig config = rendered(StackSettings.DEFAULTS);
    assertThat(config.get("rest.port")).isEqualTo("18081");
    assertThat(config.get("jobmanager.rpc.port")).isEqualTo("18082");
    assertThat(config.get("execution.checkpointing.dir"))
        .startsWith("file:///")
        .contains(folder.getFileName() + "/flink/checkpoints");
  }

  @Test
  void takesSizesFromTheOptionsAndElseFromTheFile() {
    StackSettings bigger =
        new StackSettings(
            1,
            2,
            3,
            1,
            Optional.of(8),
            Optional.of("3g"),
            Optional.of("5g"),
            Mode.LIVE,
            Delivery.EXACTLY_ONCE);
    FlinkConfig config = rendered(bigger);
    assertThat(config.get("taskmanager.numberOfTaskSlots")).isEqualTo("8");
    assertThat(config.get("taskmanager.memory.managed.size")).isEqualTo("5g");
    assertThat(FlinkMemory.taskManagerFlags(config)).contains("-Xmx" + (3 * 1024 + 128) + "m");
    assertThat(FlinkMemory.taskManagerFlags(rendered(StackSettings.DEFAULTS)))
        .contains("-Xmx1536m", "-XX:MaxDirectMemorySize=384m");
  }

  @Test
  void keepsTheWholeStackUnderEightGib() {
    FlinkConfig config = rendered(StackSettings.DEFAULTS);
    long flinkMib =
        List.of(
                "jobmanager.memory.heap.size",
                "jobmanager.memory.off-heap.size",
                "jobmanager.memory.jvm-metaspace.size",
                "taskmanager.memory.framework.heap.size",
                "taskmanager.memory.task.heap.size",
                "taskmanager.memory.managed.size",
                "taskmanager.memory.network.max",
                "taskmanager.memory.framework.off-heap.size",
                "taskmanager.memory.task.off-heap.size",
                "taskmanager.memory.jvm-metaspace.size",
                "taskmanager.memory.jvm-overhead.max")
            .stream()
            .mapToLong(key -> FlinkMemory.mib(config.get(key)))
            .sum();
    long brokerAndPostgresMib = 1024 + 384 + 512;
    assertThat(flinkMib + brokerAndPostgresMib).isLessThan(8 * 1024);
  }

  @Test
  void refusesWhatIsNoSize() {
    assertThat(FlinkMemory.mib("2048k")).isEqualTo(2);
    assertThat(FlinkMemory.mib("512 mb")).isEqualTo(512);
    assertThatThrownBy(() -> FlinkMemory.mib("lots")).hasMessageContaining("512m");
  }
}
