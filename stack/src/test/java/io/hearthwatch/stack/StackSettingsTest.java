package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSettingsTest {
  @TempDir private Path folder;

  @Test
  void areReadAsTheyWereWritten() {
    StackDirs dirs = new StackDirs(folder);
    dirs.create();
    StackSettings settings =
        new StackSettings(
            1,
            2,
            3,
            4,
            Optional.of(5),
            Optional.of("6g"),
            Optional.empty(),
            Mode.REPLAY,
            Delivery.AT_LEAST_ONCE);
    settings.write(dirs);
    assertThat(StackSettings.read(dirs)).contains(settings);
  }

  @Test
  void tellOtherCommandsWhereTheStackIs() {
    StackDirs dirs = new StackDirs(folder);
    assertThatThrownBy(() -> StackAddresses.read(dirs))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("hearthwatch up");
    dirs.create();
    StackSettings.DEFAULTS.write(dirs);
    assertThat(StackAddresses.read(dirs).bootstrapServers()).isEqualTo("127.0.0.1:19092");
    assertThat(StackAddresses.read(dirs).flinkRest()).hasToString("http://127.0.0.1:18081");
  }

  @Test
  void thatAreDamagedSayWhatToDo() throws IOException {
    StackDirs dirs = new StackDirs(folder);
    dirs.create();
    Files.writeString(dirs.run().resolve("settings.properties"), "kafka-port=many\n");
    assertThatThrownBy(() -> StackSettings.read(dirs))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("delete it");
  }
}
