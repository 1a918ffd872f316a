package io.hearthwatch.bench;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.risk.HouseholdRiskJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The risk job and its peer, Kafka to Kafka, exactly-once, turn by turn over the same events. Both
 * begin with the same state; every turn starts from the savepoint of the job's turn before, so that
 * each has the machine to itself.
 */
@Command(
    name = "throughput",
    mixinStandardHelpOptions = true,
    description = {
      "Times the risk job against a bare RocksDB get and put of the same blob.",
      "Starts a broker of its own; run `mvn package` before, and this from the repository."
    })
final class ThroughputCommand implements Callable<Integer> {

  @Option(
      names = "--households",
      defaultValue = "50000",
      description = "Default: ${DEFAULT-VALUE}.")
  private long households;

  @Option(
      names = "--lines",
      defaultValue = "100",
      description = "Lines a household at the start. Default: ${DEFAULT-VALUE}.")
  private int lines;

  @Option(
      names = "--events",
      defaultValue = "1000000",
      description = "Timed events a turn. Default: ${DEFAULT-VALUE}.")
  private long timedEvents;

  @Option(
      names = "--run-up",
      defaultValue = "400000",
      description =
          "Events of a turn before the clock starts, while the JVM compiles and caches fill."
              + " Default: ${DEFAULT-VALUE}.")
  private long runUp;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Timed turns of each job, after one that is not. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--managed-memory",
      defaultValue = "64m",
      description = "RocksDB's block cache and memtables. Default: ${DEFAULT-VALUE}.")
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
      description = "Also remember the household of each event id, as the job does by default.")
  private boolean eventHomes;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--policies",
      defaultValue = "policies",
      description =
          "Folder of the policies; `bench rules` writes one with fewer or more rules. Default:"
              + " ${DEFAULT-VALUE}.")
  private Path policies;

  @Option(
      names = "--folder",
      description =
          "Where data goes; must not exist. Default: a temporary one, removed at the end.")
  private Path folder;

  private long events;
  private long said;
  private JobRun.Settings settings;
  private Connectors kafka;
  private RiskFeed feed;

  @Override
  public Integer call() throws Exception {
    Path work = folder == null ? Files.createTempDirectory("hearthwatch-bench") : folder;
    events = runUp + timedEvents;
    settings =
        new JobRun.Settings(
            work,
            parallelism,
            "rocksdb",
            MemorySize.parse(managedMemory),
            Duration.ofSeconds(checkpointSeconds));
    Files.createDirectories(work.resolve("tmp"));
    Households seeded = new Households(seed, lines);
    try (BenchBroker broker = BenchBroker.start(Path.of("."), work.resolve("broker"));
        Feed topics = new Feed(broker.address())) {
      kafka = new Connectors(broker.address());
      feed = new RiskFeed(topics, seeded, households);
      topics.createTopics(PeerJob.TOPIC);
      run(seeded);
      say(
          "alerts of the risk job: %,d said, %,d committed, through %d stops and starts",
          said, Feed.committed(broker.address(), Topics.RISK_ALERTS), rounds);
    } finally {
      if (folder == null) {
        Folders.remove(work);
      }
    }
    return 0;
  }

  private void run(Households seeded) throws Exception {
    say("filling the state of %,d households with %d lines each", households, lines);
    String start = bootstrap(seeded);
    String risk = start;
    String peer = start;
    Rates riskRates = new Rates();
    Rates peerRates = new Rates();
    for (int round = 0; round <= rounds; round++) {
      boolean first = round == 0;
      long alertsBefore = AlertTally.RECORDS.sum();
      Turn turnOfRisk = new Turn(risk, !first, HouseholdRiskJob.NAME);
      risk = turnOfRisk.run(env -> RiskSide.build(env, kafka, eventHomes), first);
      said += AlertTally.RECORDS.sum() - alertsBefore;
      double alerts = (double) (AlertTally.RECORDS.sum() - alertsBefore) / events;
      PeerFunction getAndPut = new PeerFunction(alerts, AlertTally.meanBytes());
      Turn turnOfPeer = new Turn(peer, !first, "peer");
      peer = turnOfPeer.run(env -> PeerJob.build(env, kafka, getAndPut), false);
      say(
          "round %d: risk %,.0f events/s, peer %,.0f events/s, ratio %.2f; %.4f alerts an event of %d bytes%s",
          round,
          turnOfRisk.rate,
          turnOfPeer.rate,
          turnOfRisk.rate / turnOfPeer.rate,
          alerts,
          AlertTally.meanBytes(),
          first ? " (not counted)" : "");
      say("  processor: risk %.1f us, peer %.1f us an event", turnOfRisk.cpuUs, turnOfPeer.cpuUs);
      if (!first) {
        riskRates.add(turnOfRisk.rate);
        peerRates.add(turnOfPeer.rate);
      }
    }
    say(
        "median: risk %,.0f events/s (%s), peer %,.0f events/s (%s), ratio of the medians %.2f",
        riskRates.median(),
        riskRates.range(),
        peerRates.median(),
        peerRates.range(),
        riskRates.median() / peerRates.median());
  }

  private String bootstrap(Households seeded) throws Exception {
    JobRun filling =
        JobRun.start(
            settings,
            null,
            false,
            "bootstrap",
            env -> BootstrapJob.build(env, seeded, households, policies));
    for (int polls = 0; BootstrapJob.PROFILES.sum() < households; polls++) {
      filling.checkRunning(polls);
      if (polls % 5000 == 4999) {
        say("  %,d of %,d", BootstrapJob.PROFILES.sum(), households);
      }
    }
    String savepoint = filling.stop();
    say("  mean blob %d bytes", BootstrapJob.BYTES.sum() / households);
    return savepoint;
  }

  /** One job over one block of events. */
  private final class Turn {
    private final String from;
    private final boolean owned;
    private final String name;
    private double rate;
    private double cpuUs;

    Turn(String from, boolean owned, String name) {
      this.from = from;
      this.owned = owned;
      this.name = name;
    }

    /** Runs it; the savepoint from which the next turn starts. */
    String run(Consumer<StreamExecutionEnvironment> wiring, boolean publish) throws Exception {
      if (name.equals(HouseholdRiskJob.NAME) && !publish) {
        feed.events(events); // for this round: the peer finds them there
      }
      JobRun job = JobRun.start(settings, from, owned, name, wiring);
      if (publish) {
        feed.publishPolicy(policies);
        for (int polls = 0; feed.acknowledged() < parallelism; polls++) {
          job.checkRunning(polls);
        }
        feed.events(events);
      }
      long start = job.await(runUp);
      long cpu = JobRun.processorNs();
      long end = job.await(events);
      rate = timedEvents * 1e9 / (end - start);
      cpuUs = (JobRun.processorNs() - cpu) / 1000.0 / timedEvents;
      return job.stop();
    }
  }

  private static void say(String text, Object... values) {
    System.out.println(LocalTime.now().withNano(0) + " " + text.formatted(values));
  }
}
