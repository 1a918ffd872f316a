package io.hearthwatch.bench;

import com.sun.management.ThreadMXBean;
import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.rule.LastAnswers;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What one event costs without Flink, Kafka and state: one thread, blobs in memory. */
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    description = "Times the pure step: blob to profile, all rules, profile to blob.")
final class StepCommand implements Callable<Integer> {

  private static final int EVENTS = Households.EVENTS_A_MONTH;

  @Option(names = "--households", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}.")
  private int households;

  @Option(
      names = "--lines",
      defaultValue = "100",
      description = "Lines a household before the first event. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Option(
      names = "--rounds",
      defaultValue = "8",
      description = "Rounds of four events a household. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--policies",
      defaultValue = "policies",
      description = "Folder of the policies. Default: ${DEFAULT-VALUE}.")
  private Path policies;

  @Option(
      names = "--same-day",
      description =
          "Tells all events of a household on one day, as departments do that send daily.")
  private boolean sameDay;

  @Option(
      names = "--remember",
      defaultValue = "0",
      description =
          "Households whose last answers are kept, so that only the rules are asked that an event can"
              + " change. Default: ${DEFAULT-VALUE}, all are asked.")
  private int remember;

  @Override
  public Integer call() {
    PolicyInForce policy = CommittedPolicy.inForce(policies);
    byte[][] history = new byte[households][];
    Households seeded = new Households(seed, lines);
    long bytes = 0;
    for (int i = 0; i < households; i++) {
      history[i] = Preload.profile(seeded, i, policy).toBytes();
      bytes += history[i].length;
    }
    System.out.printf(
        "%d households of %d lines, mean blob %d bytes%n", households, lines, bytes / households);
    for (int round = 1; round <= rounds; round++) {
      // Every round begins with the same blobs: the rounds differ by the state of the JVM alone.
      byte[][] blobs = history.clone();
      System.out.println("round " + round + ": " + round(seeded, blobs, policy));
    }
    return 0;
  }

  private static HouseholdEvent today(HouseholdEvent event) {
    return new HouseholdEvent(
        event.eventId(),
        event.kind(),
        event.revision(),
        event.source(),
        event.householdId(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        Households.TODAY,
        Households.retention().startMs(Households.TODAY),
        event.body());
  }

  private String round(Households seeded, byte[][] blobs, PolicyInForce policy) {
    HouseholdEvent[] events = new HouseholdEvent[EVENTS * households];
    int[] index = new int[events.length];
    for (int i = 0; i < events.length; i++) {
      HouseholdEvent event = seeded.next(i, households);
      events[i] = sameDay ? today(event) : event;
      index[i] = Math.toIntExact(Households.number(events[i].householdId()));
    }
    LastAnswers lastAnswers = new LastAnswers(remember);
    long readNs = 0;
    long stepNs = 0;
    long writeNs = 0;
    long changes = 0;
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = thread.getCurrentThreadAllocatedBytes();
    long cpuNs = thread.getCurrentThreadCpuTime();
    for (int i = 0; i < events.length; i++) {
      int household = index[i];
      long start = System.nanoTime();
      HouseholdProfile before = HouseholdProfile.ofBytes(blobs[household]);
      long read = System.nanoTime();
      Step step =
          HouseholdRisk.step(
              events[i].householdId(),
              before,
              new Cause.Events(List.of(events[i])),
              policy,
              lastAnswers);
      long stepped = System.nanoTime();
      blobs[household] = step.profile().toBytes();
      writeNs += System.nanoTime() - stepped;
      stepNs += stepped - read;
      readNs += read - start;
      changes += step.emissions().stream().filter(said -> said instanceof CaseChange).count();
    }
    cpuNs = thread.getCurrentThreadCpuTime() - cpuNs;
    allocated = thread.getCurrentThreadAllocatedBytes() - allocated;
    double count = events.length;
    // Processor time, because it is what other programs on the machine disturb least.
    return "%.2f us of processor an event (ofBytes %.2f, step %.2f, toBytes %.2f us of clock); %,.0f bytes of heap, %.4f case changes an event"
        .formatted(
            cpuNs / count / 1000,
            readNs / count / 1000,
            stepNs / count / 1000,
            writeNs / count / 1000,
            allocated / count,
            changes / count);
  }
}
