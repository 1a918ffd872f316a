package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorePointsTest {
  @TempDir private Path root;

  private Path complete(Path folder, long atSeconds) throws IOException {
    Files.createDirectories(folder);
    Path metadata = Files.createFile(folder.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(atSeconds * 1000));
    return folder;
  }

  @Test
  void areTheNewestCompleteOnesOfTheJob() throws IOException {
    StackDirs dirs = new StackDirs(root);
    RestorePoints points = new RestorePoints(dirs);
    assertThat(points.newest("risk")).isEmpty();

    complete(dirs.checkpoints("risk").resolve("aa/chk-7"), 100);
    Path later = complete(dirs.checkpoints("risk").resolve("bb/chk-2"), 200);
    complete(dirs.checkpoints("tables").resolve("cc/chk-9"), 900);
    // Interrupted: no metadata.
    Files.createDirectories(dirs.checkpoints("risk").resolve("bb/chk-3"));
    Files.createDirectories(dirs.savepoints("risk").resolve("savepoint-x"));
    assertThat(points.newest("risk")).contains(later);

    Path savepoint = complete(dirs.savepoints("risk").resolve("savepoint-y"), 300);
    assertThat(points.newest("risk")).contains(savepoint);
  }

  @Test
  void areCheckpointsNewerThanASavepointAfterWhichTheJobRanOn() throws IOException {
    StackDirs dirs = new StackDirs(root);
    complete(dirs.savepoints("risk").resolve("savepoint-y"), 300);
    Path checkpoint = complete(dirs.checkpoints("risk").resolve("bb/chk-4"), 310);
    assertThat(new RestorePoints(dirs).newest("risk")).contains(checkpoint);
  }
}
