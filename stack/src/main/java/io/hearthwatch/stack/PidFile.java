package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Remembers one process in a file: pid, start time in ticks, boot id. {@code
 * stack/bin/keep-running} writes it too.
 */
public record PidFile(Path file) {

  /**
   * The process that is remembered here and runs; an old file that names no running process counts
   * as none.
   */
  public Optional<ProcessIdentity> running() {
    return read().filter(ProcessIdentity::isAlive);
  }

  void write(ProcessIdentity process) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(
        whole, process.pid() + " " + process.startTicks() + " " + process.bootId() + "\n");
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private Optional<ProcessIdentity> read() {
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      return Optional.of(
          new ProcessIdentity(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // A file that cannot be read names no process; the part is then started anew, and a port
      // still held is told.
      return Optional.empty();
    }
  }
}
