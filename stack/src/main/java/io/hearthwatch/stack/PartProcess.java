package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process of a part: started detached, remembered by its pid file, stopped for sure. */
final class PartProcess {
  private static final Duration KILL_GRACE = Duration.ofSeconds(5);

  private final StackDirs dirs;
  private final Part part;

  PartProcess(StackDirs dirs, Part part) {
    this.dirs = dirs;
    this.part = part;
  }

  static PidFile pidFile(StackDirs dirs, String name) {
    return new PidFile(dirs.run().resolve(name + ".pid"));
  }

  /** The working process of a supervised part; {@link #pidFile} then names the supervisor. */
  static PidFile childPidFile(StackDirs dirs, String name) {
    return new PidFile(dirs.run().resolve(name + ".child.pid"));
  }

  Part part() {
    return part;
  }

  /** Whether the process that {@code up} started runs; of a supervised part, the supervisor. */
  boolean isRunning() {
    return pidFile(dirs, part.name()).running().isPresent();
  }

  /** The process that does the work. */
  Optional<ProcessIdentity> working() {
    return (part.supervised() ? childPidFile(dirs, part.name()) : pidFile(dirs, part.name()))
        .running();
  }

  /** Starts the part, free of this terminal: neither its end nor Ctrl-C reaches it. */
  void start() throws Exception {
    // Whatever is left of it (a TaskManager whose supervisor was killed) would hold ports and
    // state.
    stop();
    part.ports().forEach(PortClaim::check);
    part.preparation().run();
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.addAll(part.command());
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(dirs.root().toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out().toFile())
              .start();
    } catch (IOException e) {
      throw new StackFailure(
          "The "
              + part.name()
              + " cannot be started ("
              + e.getMessage()
              + "); is setsid installed?",
          e);
    }
    // setsid replaces itself by the command, so the pid stays.
    Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
    if (identity.isPresent()) {
      pidFile(dirs, part.name()).write(identity.get());
    }
  }

  /** Stops the part: asked first, and killed when it does not listen. Nothing to stop is fine. */
  void stop() throws Exception {
    List<PidFile> files =
        part.supervised()
            ? List.of(pidFile(dirs, part.name()), childPidFile(dirs, part.name()))
            : List.of(pidFile(dirs, part.name()));
    // The supervisor first, else it would start the other anew.
    for (PidFile file : files) {
      Optional<ProcessIdentity> process = file.running();
      if (process.isPresent()) {
        Signals.terminate(process.get());
        if (!Signals.awaitEnd(process.get(), part.stopGrace())) {
          Signals.kill(process.get());
          Signals.awaitEnd(process.get(), KILL_GRACE);
        }
      }
      file.delete();
    }
    part.cleanUp().run();
  }

  /** The failure to report when the part has ended while it was to start. */
  StackFailure ended() {
    Path log = log();
    return new StackFailure(
        "The "
            + part.name()
            + " ended while starting: "
            + LogTail.cause(log, out()).orElse("it gave no reason")
            + "; see "
            + log
            + ".");
  }

  Path log() {
    return dirs.log().resolve(part.name() + ".log");
  }

  private Path out() {
    return dirs.log().resolve(part.name() + ".out");
  }
}
