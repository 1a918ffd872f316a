package io.hearthwatch.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Signals to processes that are not our children, each sent only to the very process that is meant.
 */
final class Signals {
  private static final long POLL_MS = 50;

  private Signals() {}

  static void terminate(ProcessIdentity process) {
    send(process, "TERM");
  }

  static void interrupt(ProcessIdentity process) {
    send(process, "INT");
  }

  static void kill(ProcessIdentity process) {
    send(process, "KILL");
  }

  static boolean awaitEnd(ProcessIdentity process, Duration atMost) throws InterruptedException {
    Instant until = Instant.now().plus(atMost);
    while (process.isAlive()) {
      if (Instant.now().isAfter(until)) {
        return false;
      }
      Thread.sleep(POLL_MS);
    }
    return true;
  }

  /** By bash's own kill: Java knows no SIGINT, and the program of that name is not everywhere. */
  private static void send(ProcessIdentity process, String signal) {
    if (!process.isAlive()) {
      return;
    }
    try {
      Process kill =
          new ProcessBuilder("bash", "-c", "kill -" + signal + " " + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (kill.waitFor() != 0 && process.isAlive()) {
        throw new StackFailure(
            "Process "
                + process.pid()
                + " belongs to another user; stop the stack as the user that started it.");
      }
    } catch (IOException e) {
      throw new StackFailure("bash cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
