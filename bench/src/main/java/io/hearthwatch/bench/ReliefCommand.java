package io.hearthwatch.bench;

import io.hearthwatch.assistance.AssistanceJob;
import io.hearthwatch.assistance.AssistanceOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The assistance job, its states without its knowledge, and a pass-through, Kafka to Kafka,
 * exactly-once, turn by turn over the same events. Every turn begins without state at the first
 * event, so that all rounds are alike and each has the machine to itself.
 */
@Command(
    name = "relief",
    mixinStandardHelpOptions = true,
    description = {
      "Times the assistance job against its bare states and a pass-through of the same events.",
      "Starts a broker of its own; run `mvn package` before, and this from the repository."
    })
final class ReliefCommand implements Callable<Integer> {

  @Option(
      names = "--households",
      defaultValue = "60000",
      description = "Each is told of 26 times. Default: ${DEFAULT-VALUE}.")
  private long households;

  @Option(
      names = "--events",
      description = "Events a turn, the run-up among them. Default: all there are.")
  private long events;

  @Option(
      names = "--run-up",
      defaultValue = "200000",
      description =
          "Events of a turn before the clock starts, while the job starts and caches fill."
              + " Default: ${DEFAULT-VALUE}.")
  private long runUp;

  @Option(
      names = "--hot-percent",
      defaultValue = "50",
      description = "Share of one province. Default: ${DEFAULT-VALUE}.")
  private int hotPercent;

  @Option(
      names = "--households-a-town",
      defaultValue = "200",
      description = "The fewer, the more cells. Default: ${DEFAULT-VALUE}.")
  private int householdsATown;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Timed turns of each job, after one that is not. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--backend",
      defaultValue = "rocksdb",
      description = "Of the state: rocksdb or hashmap. Default: ${DEFAULT-VALUE}.")
  private String backend;

  @Option(
      names = "--managed-memory",
      defaultValue = "768m",
      description =
          "RocksDB's block cache and memtables; two fifths of the embedded stack's."
              + " Default: ${DEFAULT-VALUE}.")
  private String managedMemory;

  @Option(names = "--parallelism", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--checkpoints",
      defaultValue = "10",
      description = "Seconds from one checkpoint to the next. Default: ${DEFAULT-VALUE}.")
  private int checkpointSeconds;

  @Option(
      names = "--event-homes",
      arity = "1",
      description = "As the option of the job. Default: that of the job.")
  private boolean eventHomes = AssistanceOptions.EVENT_HOMES.defaultValue();

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--folder",
      description =
          "Where data goes; must not exist. Default: a temporary one, removed at the end.")
  private Path folder;

  private JobRun.Settings settings;

  @Override
  public Integer call() throws Exception {
    Path work = folder == null ? Files.createTempDirectory("hearthwatch-bench") : folder;
    settings =
        new JobRun.Settings(
            work,
            parallelism,
            backend,
            MemorySize.parse(managedMemory),
            Duration.ofSeconds(checkpointSeconds));
    Files.createDirectories(work.resolve("tmp"));
    try (BenchBroker broker = BenchBroker.start(Path.of("."), work.resolve("broker"));
        Feed feed = new Feed(broker.address())) {
      feed.createTopics(PassThroughJob.TOPIC);
      tell(feed);
      compare(new Connectors(broker.address()));
    } finally {
      if (folder == null) {
        Folders.remove(work);
      }
    }
    return 0;
  }

  private void tell(Feed feed) {
    ReliefEvents seeded = new ReliefEvents(seed, households, hotPercent, householdsATown);
    events = events == 0 ? seeded.count() : Math.min(events, seeded.count());
    long hot = 0;
    for (long number = 0; number < events; number++) {
      var event = seeded.at(number);
      hot += event.registeredRegion().startsWith(ReliefEvents.HOT_PROVINCE) ? 1 : 0;
      feed.send(event);
    }
    feed.flush();
    say(
        "%,d events of %,d households, %.1f %% of them in one province",
        events, households, 100.0 * hot / events);
  }

  private void compare(Connectors kafka) throws Exception {
    Side relief = new Side(AssistanceJob.NAME, env -> ReliefSide.build(env, kafka, eventHomes));
    Side bare = new Side(BareStatesJob.NAME, env -> BareStatesJob.build(env, kafka, eventHomes));
    Side peer = new Side(PassThroughJob.NAME, env -> PassThroughJob.build(env, kafka));
    for (int round = 0; round <= rounds; round++) {
      for (Side side : List.of(relief, bare, peer)) {
        Turn turn = turn(side);
        say(
            "round %d, %s: %,.0f events/s, processor %.1f us an event%s",
            round, side.name, turn.rate, turn.processorUs, round == 0 ? " (not counted)" : "");
        turn.busy.forEach((chain, spread) -> say("  busy %s: %s", spread, chain));
        if (round > 0) {
          side.rates.add(turn.rate);
          side.processorUs.add(turn.processorUs);
        }
      }
    }
    if (rounds > 0) {
      for (Side side : List.of(relief, bare, peer)) {
        say(
            "median of %s: %,.0f events/s (%s), %.2f of the pass-through; by processor time %.2f",
            side.name,
            side.rates.median(),
            side.rates.range(),
            side.rates.median() / peer.rates.median(),
            peer.processorUs.median() / side.processorUs.median());
      }
    }
  }

  /** One of the jobs, and what it came to. */
  private static final class Side {
    private final String name;
    private final Consumer<StreamExecutionEnvironment> wiring;
    private final Rates rates = new Rates();
    private final Rates processorUs = new Rates();

    Side(String name, Consumer<StreamExecutionEnvironment> wiring) {
      this.name = name;
      this.wiring = wiring;
    }
  }

  /** What one job did with the events behind the run-up. */
  private record Turn(double rate, double processorUs, Map<String, BusyTimes.Spread> busy) {}

  private Turn turn(Side side) throws Exception {
    JobRun job = JobRun.start(settings, null, false, side.name, side.wiring);
    long start = job.await(runUp);
    long processor = JobRun.processorNs();
    var busy = BusyTimes.sample();
    long end = job.await(events);
    double elapsedNs = end - start;
    long timed = events - runUp;
    Turn turn =
        new Turn(
            timed * 1e9 / elapsedNs,
            (JobRun.processorNs() - processor) / 1000.0 / timed,
            BusyTimes.between(busy, BusyTimes.sample(), elapsedNs / 1e6));
    job.stop();
    return turn;
  }

  private static void say(String text, Object... values) {
    System.out.println(LocalTime.now().withNano(0) + " " + text.formatted(values));
  }
}
