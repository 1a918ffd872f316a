package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One process and no other. A pid alone comes round again, soon on a small machine; with the start
 * time (in ticks since boot, which no clock adjustment moves) and the boot it names one process for
 * ever.
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {
  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  /** The running process with this pid, if there is one. */
  public static Optional<ProcessIdentity> of(long pid) {
    return stat(pid)
        .map(fields -> new ProcessIdentity(pid, Long.parseLong(fields.get(START_TICKS)), boot()));
  }

  /** Whether this very process runs. A zombie that nobody has reaped does not. */
  public boolean isAlive() {
    return stat(pid)
        .filter(fields -> !fields.get(STATE).equals("Z"))
        .filter(fields -> Long.parseLong(fields.get(START_TICKS)) == startTicks)
        .filter(fields -> boot().equals(bootId))
        .isPresent();
  }

  /**
   * The fields of {@code /proc/PID/stat} after the command's name, which may itself hold spaces.
   */
  private static Optional<List<String>> stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ", -1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String boot() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    } catch (IOException e) {
      throw new StackFailure("/proc cannot be read; the embedded stack needs Linux.", e);
    }
  }
}
