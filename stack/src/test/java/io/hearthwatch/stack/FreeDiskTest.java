package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeDiskTest {
  @TempDir private Path folder;

  @Test
  void refusesAFullDiskAndSaysWhatToDo() {
    assertThatThrownBy(() -> FreeDisk.require(folder, 1e9))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("GiB are free")
        .hasMessageContaining("--var");
  }

  @Test
  void isContentWithEnough() {
    assertThatCode(() -> FreeDisk.require(folder, 0)).doesNotThrowAnyException();
  }
}
