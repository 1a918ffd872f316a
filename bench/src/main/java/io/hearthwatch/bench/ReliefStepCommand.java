package io.hearthwatch.bench;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.relief.Books;
import io.hearthwatch.domain.relief.HouseholdRelief;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.domain.relief.ReliefLedger;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.domain.relief.Tallies;
import io.hearthwatch.io.relief.ReliefStatements;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What one event about relief costs without Flink, Kafka and state: one thread, blobs in memory.
 */
@Command(
    name = "relief-step",
    mixinStandardHelpOptions = true,
    description = "Times the pure steps: blob to ledger, figures, statements, ledger to blob.")
final class ReliefStepCommand implements Callable<Integer> {

  private static final int HOT_PERCENT = 50;
  private static final int HOUSEHOLDS_A_TOWN = 200;

  @Option(names = "--households", defaultValue = "4000", description = "Default: ${DEFAULT-VALUE}.")
  private int households;

  @Option(
      names = "--rounds",
      defaultValue = "6",
      description = "Rounds of a year of all households. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() {
    ReliefEvents events = new ReliefEvents(seed, households, HOT_PERCENT, HOUSEHOLDS_A_TOWN);
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + ": " + new Round(events).run());
    }
    return 0;
  }

  /** A year from nothing. */
  private static final class Round {
    private final ReliefEvents events;
    private final RegionScheme scheme = new RegionScheme(List.of(2, 4, 6, 9));
    private final Books books = new Books(ZoneId.of("Asia/Shanghai"), Books.DEFAULT_CLOSING);
    private final HouseholdRelief relief = HouseholdRelief.ofHouseholds(scheme, books);
    private final Statements statements = new Statements(books.zone());
    private final ReliefStatements codec = new ReliefStatements();
    private final Tallies tallies = new Tallies(scheme);
    private final Map<String, byte[]> blobs = new HashMap<>();
    private long readNs;
    private long figuresNs;
    private long statementsNs;
    private long encodeNs;
    private long writeNs;
    private long bytes;

    Round(ReliefEvents events) {
      this.events = events;
    }

    String run() {
      for (long i = 0; i < events.count(); i++) {
        take(events.at(i));
      }
      double count = events.count();
      return String.format(
          "read %.1f us, figures %.1f us, statements %.1f us, to bytes %.1f us, write %.1f us;"
              + " %.0f bytes of statements and %.0f of ledger an event",
          readNs / count / 1000,
          figuresNs / count / 1000,
          statementsNs / count / 1000,
          encodeNs / count / 1000,
          writeNs / count / 1000,
          bytes / count,
          blobs.values().stream().mapToLong(blob -> blob.length).sum() / count);
    }

    private void take(HouseholdEvent event) {
      long began = System.nanoTime();
      byte[] blob = blobs.get(event.householdId());
      ReliefLedger before = blob == null ? ReliefLedger.empty() : ReliefLedger.ofBytes(blob);
      long read = System.nanoTime();
      ReliefLedger.Applied applied = relief.step(before, event, tallies);
      long counted = System.nanoTime();
      readNs += read - began;
      figuresNs += counted - read;
      if (applied.outcome() != ReliefLedger.Outcome.STORED) {
        return;
      }
      List<Statements.Change> changes = statements.changes(before, applied.ledger(), event);
      long stated = System.nanoTime();
      for (Statements.Change change : changes) {
        bytes += codec.encode(event.householdId(), change).length;
      }
      long encoded = System.nanoTime();
      blobs.put(event.householdId(), applied.ledger().toBytes());
      statementsNs += stated - counted;
      encodeNs += encoded - stated;
      writeNs += System.nanoTime() - encoded;
    }
  }
}
