package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of one stack, all under one root (default {@code var/}), so that several stacks can
 * stand side by side.
 */
public record StackDirs(Path root) {

  public StackDirs {
    root = root.toAbsolutePath().normalize();
  }

  /** Those of nobody who asked for others. */
  boolean areDefault() {
    return root.equals(Home.find().file("var").toAbsolutePath().normalize());
  }

  /**
   * Pid files, the lock, the settings and rendered configuration: what says that and how the stack
   * runs.
   */
  public Path run() {
    return root.resolve("run");
  }

  public Path log() {
    return root.resolve("log");
  }

  public Path broker() {
    return root.resolve("broker");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path flink() {
    return root.resolve("flink");
  }

  /** Checkpoints of one job, by name and not by id: the id is new at every start. */
  public Path checkpoints(String job) {
    return flink().resolve("checkpoints").resolve(job);
  }

  public Path savepoints(String job) {
    return flink().resolve("savepoints").resolve(job);
  }

  /** What a job was last submitted with. */
  public Path submissions() {
    return flink().resolve("submissions");
  }

  /** Makes the folders that every command may write to. */
  public void create() {
    try {
      for (Path folder : new Path[] {run(), log(), broker(), postgres(), flink()}) {
        Files.createDirectories(folder);
        if (!Files.isWritable(folder)) {
          throw notWritable(folder, null);
        }
      }
    } catch (IOException e) {
      throw notWritable(root, e);
    }
  }

  private static StackFailure notWritable(Path folder, IOException cause) {
    String user = System.getProperty("user.name");
    return new StackFailure(
        folder
            + " cannot be written by "
            + user
            + "; use the user that made it, or another folder with --var.",
        cause);
  }
}
