package io.hearthwatch.cli;

import io.hearthwatch.stack.Delivery;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.Mode;
import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.Stack;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackSettings;
import io.hearthwatch.stack.TableMigration;
import io.hearthwatch.stack.broker.PolicyPublication;
import io.hearthwatch.stack.broker.TopicCreation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the embedded stack, or heals it. */
@Command(
    name = "up",
    description = {
      "Starts a broker, PostgreSQL and Flink on this machine, waits until they are healthy and runs the jobs.",
      "What runs already is left alone; what has died is started again. Options are remembered for the next time."
    })
final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "The broker. Default: 19092.")
  private Optional<Integer> kafkaPort = Optional.empty();

  @Option(
      names = "--postgres-port",
      paramLabel = "PORT",
      description = "PostgreSQL. Default: 15432.")
  private Optional<Integer> postgresPort = Optional.empty();

  @Option(
      names = "--flink-port",
      paramLabel = "PORT",
      description = "Flink's web UI and REST interface. Default: 18081.")
  private Optional<Integer> flinkPort = Optional.empty();

  @Option(
      names = "--task-managers",
      paramLabel = "N",
      description = "How many TaskManagers. Default: 1.")
  private Optional<Integer> taskManagers = Optional.empty();

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Task slots of each TaskManager. Default: as in flink-conf/embedded.")
  private Optional<Integer> slots = Optional.empty();

  @Option(
      names = "--task-heap",
      paramLabel = "SIZE",
      description =
          "Heap for the tasks of each TaskManager, such as 2g. Default: as in flink-conf.")
  private Optional<String> taskHeap = Optional.empty();

  @Option(
      names = "--managed-memory",
      paramLabel = "SIZE",
      description = "RocksDB's memory of each TaskManager, such as 4g. Default: as in flink-conf.")
  private Optional<String> managedMemory = Optional.empty();

  @Option(
      names = "--delivery",
      paramLabel = "WHEN",
      description = {
        "exactly-once (the default): alerts and figures are seen with the next checkpoint, once.",
        "at-least-once: at once, after a failure perhaps twice; who reads the topics drops repeats by changeId."
      })
  private Optional<Delivery> delivery = Optional.empty();

  @ArgGroup private Clock clock;

  private static final class Clock {
    @Option(names = "--live", description = "Time goes by the clock (the default).")
    private boolean live;

    @Option(names = "--replay", description = "Time goes by the records alone.")
    private boolean replay;

    @Option(
        names = "--simulated",
        description = "Time goes by what `simulate` tells, in a stack of its own.")
    private boolean simulated;

    private Mode mode() {
      return replay ? Mode.REPLAY : simulated ? Mode.SIMULATED : Mode.LIVE;
    }
  }

  @Option(
      names = "--min-free-gib",
      paramLabel = "GIB",
      defaultValue = "2",
      description = "Refuse to start with less free disk. Default: 2.")
  private double minFreeGib;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "How long a process may take to become healthy. Default: 120.")
  private int waitSeconds;

  private boolean wentLive;

  @Override
  public Integer call() throws Exception {
    checkRanges();
    try (Console console = new Console(spec)) {
      // What must be there before the jobs run, in this order.
      List<Provisioning> steps = List.of(new TopicCreation((short) 1), new TableMigration());
      List<Provisioning> afterJobs =
          List.of(new PolicyPublication(stack.policies(), Jobs.HOUSEHOLD_RISK, console::note));
      StackAddresses at =
          stack
              .stack()
              .up(
                  new Stack.UpRequest(
                      this::choose, steps, afterJobs, minFreeGib, Duration.ofSeconds(waitSeconds)),
                  console);
      console.close();
      print(at);
    }
    return 0;
  }

  private void checkRanges() {
    // Each of the first two takes the port after its own as well.
    within("--kafka-port", kafkaPort, 65_534);
    within("--flink-port", flinkPort, 65_534);
    within("--postgres-port", postgresPort, 65_535);
    within("--task-managers", taskManagers, 64);
    within("--slots", slots, 64);
    within("--wait", Optional.of(waitSeconds), 86_400);
  }

  private void within(String option, Optional<Integer> value, int most) {
    if (value.isPresent() && (value.get() < 1 || value.get() > most)) {
      throw new ParameterException(
          spec.commandLine(), "%s must be 1 to %,d".formatted(option, most));
    }
  }

  private StackSettings choose(StackSettings remembered) {
    Mode mode = clock == null ? remembered.mode() : clock.mode();
    wentLive = remembered.mode() == Mode.REPLAY && mode == Mode.LIVE;
    return new StackSettings(
        kafkaPort.orElse(remembered.kafkaPort()),
        postgresPort.orElse(remembered.postgresPort()),
        flinkPort.orElse(remembered.flinkPort()),
        taskManagers.orElse(remembered.taskManagers()),
        slots.or(remembered::slots),
        taskHeap.or(remembered::taskHeap),
        managedMemory.or(remembered::managedMemory),
        mode,
        delivery.orElse(remembered.delivery()));
  }

  private void print(StackAddresses at) {
    var out = spec.commandLine().getOut();
    out.println();
    out.println("  Flink web UI   " + at.flinkRest());
    out.println("  Kafka          " + at.bootstrapServers());
    out.println("  PostgreSQL     " + at.jdbcUrl());
    if (wentLive) {
      out.println();
      out.println(
          "Time goes by the clock now. Households that were read in replay have no timers yet:");
      out.println("run `hearthwatch review` once, and their deadlines pass by themselves.");
    }
    out.flush();
  }
}
