package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where a job goes on: the newest complete savepoint or checkpoint of that name.
 *
 * <p>Nothing is written down about it, on purpose. A note says what was true when it was written;
 * the folders say what is there: a savepoint that Flink has since taken over and deleted is gone,
 * one that was interrupted has no metadata, and after a failed stop there are newer checkpoints
 * beside the savepoint. Flink puts {@code _metadata} in place in one step and last, so whoever has
 * it is complete.
 */
record RestorePoints(StackDirs dirs) {
  // savepoints/JOB/savepoint-X/_metadata and checkpoints/JOB/JOB-ID/chk-N/_metadata
  private static final int DEPTH = 3;

  Optional<Path> newest(String job) {
    return Stream.of(dirs.savepoints(job), dirs.checkpoints(job))
        .flatMap(RestorePoints::complete)
        .max(Comparator.comparing(RestorePoints::completedAt))
        .map(Path::getParent);
  }

  private static Stream<Path> complete(Path folder) {
    if (Files.notExists(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> all =
        Files.find(
            folder,
            DEPTH,
            (path, attributes) -> path.getFileName().toString().equals("_metadata"))) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new StackFailure(folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static FileTime completedAt(Path metadata) {
    try {
      return Files.getLastModifiedTime(metadata);
    } catch (IOException e) {
      throw new StackFailure(metadata + " cannot be read: " + e.getMessage(), e);
    }
  }
}
