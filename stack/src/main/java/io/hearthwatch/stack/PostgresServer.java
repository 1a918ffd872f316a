package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The server process behind the host. When the host was killed hard the server lives on, holding
 * its folder and its port; nobody but this finds it.
 */
record PostgresServer(Path data) {

  static PostgresServer in(StackDirs dirs) {
    return new PostgresServer(dirs.postgres().resolve("data"));
  }

  /**
   * Stops a server that is still there, as its own tools do it (SIGINT: clients are not waited
   * for).
   */
  void stop() throws IOException, InterruptedException {
    Optional<ProcessIdentity> server = running();
    if (server.isPresent()) {
      Signals.interrupt(server.get());
      if (!Signals.awaitEnd(server.get(), Duration.ofSeconds(20))) {
        Signals.kill(server.get());
        Signals.awaitEnd(server.get(), Duration.ofSeconds(5));
      }
    }
  }

  /**
   * The server of this folder: its pid file names a process, and that process is a postgres of this
   * folder.
   */
  Optional<ProcessIdentity> running() {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      // The words of a command line are divided by zero bytes: postgres -D FOLDER ...
      if (!commandLine.contains("postgres") || !commandLine.contains("\0" + data + "\0")) {
        return Optional.empty();
      }
      return ProcessIdentity.of(pid).filter(ProcessIdentity::isAlive);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
