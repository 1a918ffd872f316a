package io.hearthwatch.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a person can choose about a stack. {@code up} writes it to {@code
 * var/run/settings.properties}; every other command, and the next {@code up}, reads it there.
 *
 * @param taskHeap heap for the tasks of one TaskManager, empty for what {@code flink-conf} says
 * @param managedMemory RocksDB's memory of one TaskManager, empty for what {@code flink-conf} says
 * @param slots task slots of one TaskManager, empty for what {@code flink-conf} says
 */
public record StackSettings(
    int kafkaPort,
    int postgresPort,
    int flinkPort,
    int taskManagers,
    Optional<Integer> slots,
    Optional<String> taskHeap,
    Optional<String> managedMemory,
    Mode mode,
    Delivery delivery) {

  public static final StackSettings DEFAULTS =
      new StackSettings(
          19092,
          15432,
          18081,
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Mode.LIVE,
          Delivery.EXACTLY_ONCE);

  /** KRaft's controller listens next to the broker; nobody but the broker itself talks to it. */
  int controllerPort() {
    return kafkaPort + 1;
  }

  /** The TaskManagers' way to the JobManager. */
  int flinkRpcPort() {
    return flinkPort + 1;
  }

  public StackAddresses addresses() {
    return StackAddresses.onLoopback(kafkaPort, postgresPort, flinkPort);
  }

  public StackSettings withMode(Mode other) {
    return withJobs(other, delivery);
  }

  /** The same processes; what the jobs are told is another matter. */
  StackSettings withJobs(Mode otherMode, Delivery otherDelivery) {
    return new StackSettings(
        kafkaPort,
        postgresPort,
        flinkPort,
        taskManagers,
        slots,
        taskHeap,
        managedMemory,
        otherMode,
        otherDelivery);
  }

  /** The settings of the stack in these folders, if there ever was one. */
  public static Optional<StackSettings> read(StackDirs dirs) {
    Path file = file(dirs);
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
      return Optional.of(
          new StackSettings(
              Integer.parseInt(values.getProperty("kafka-port")),
              Integer.parseInt(values.getProperty("postgres-port")),
              Integer.parseInt(values.getProperty("flink-port")),
              Integer.parseInt(values.getProperty("task-managers")),
              optional(values, "slots").map(Integer::valueOf),
              optional(values, "task-heap"),
              optional(values, "managed-memory"),
              Mode.of(values.getProperty("mode")),
              optional(values, "delivery").map(Delivery::of).orElse(DEFAULTS.delivery)));
    } catch (IOException | RuntimeException e) {
      throw new StackFailure(file + " cannot be read; delete it and run `hearthwatch up`.", e);
    }
  }

  void write(StackDirs dirs) {
    Properties values = new Properties();
    values.setProperty("kafka-port", Integer.toString(kafkaPort));
    values.setProperty("postgres-port", Integer.toString(postgresPort));
    values.setProperty("flink-port", Integer.toString(flinkPort));
    values.setProperty("task-managers", Integer.toString(taskManagers));
    slots.ifPresent(value -> values.setProperty("slots", Integer.toString(value)));
    taskHeap.ifPresent(value -> values.setProperty("task-heap", value));
    managedMemory.ifPresent(value -> values.setProperty("managed-memory", value));
    values.setProperty("mode", mode.word());
    values.setProperty("delivery", delivery.word());
    try (Writer writer = Files.newBufferedWriter(file(dirs))) {
      values.store(writer, "Written by `hearthwatch up`; its options change it.");
    } catch (IOException e) {
      throw new StackFailure(file(dirs) + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static Path file(StackDirs dirs) {
    return dirs.run().resolve("settings.properties");
  }

  private static Optional<String> optional(Properties values, String key) {
    return Optional.ofNullable(values.getProperty(key));
  }
}
