package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers with which arguments and configuration a job was submitted, so that others are noticed
 * while it runs.
 */
record Submission(StackDirs dirs, String job) {

  boolean isOf(String jobId, List<String> arguments) throws IOException {
    return Files.exists(file()) && Files.readAllLines(file()).equals(lines(jobId, arguments));
  }

  /** Whether it was last submitted to write in transactions. */
  boolean wasExactlyOnce() throws IOException {
    return Files.exists(file())
        && Files.readAllLines(file()).contains(Delivery.EXACTLY_ONCE.word());
  }

  void write(String jobId, List<String> arguments) throws IOException {
    Files.createDirectories(dirs.submissions());
    Files.write(file(), lines(jobId, arguments));
  }

  private static List<String> lines(String jobId, List<String> arguments) {
    List<String> lines = new ArrayList<>();
    lines.add(jobId);
    lines.addAll(arguments);
    return lines;
  }

  private Path file() {
    return dirs.submissions().resolve(job);
  }
}
