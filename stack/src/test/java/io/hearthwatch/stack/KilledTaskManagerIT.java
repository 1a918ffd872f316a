package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.reference.NationEvents;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A TaskManager that is killed during a checkpoint, between pre-commit and commit, and while timers
 * fire: the committed topics and the tables equal those of a stack that nobody disturbs. The
 * checkpoints are those of the job that watches households and of the job that counts, in turn.
 */
class KilledTaskManagerIT {
  /** Fewer can be asked for where there is little time. */
  private static final int SEEDS_IN_ALL = Integer.getInteger("hearthwatch.kill.seeds", 10);

  /** A kill may miss its moment; then further seeds try again. */
  private static final int MORE_SEEDS = 8;

  private static final int HOUSEHOLDS = 24;

  /** During a checkpoint, before the commit, while timers fire; a third of the households each. */
  private static final int MOMENTS = 3;

  @TempDir private Path folder;

  /** The end of the stack that was disturbed, and with how many seeds. */
  private record Run(Outcome committed, Outcome written, String hits, List<Long> seeds) {}

  @Test
  void saysEverythingOnce() throws Exception {
    check(1);
  }

  @Test
  @Tag("exhaustive")
  void saysEverythingOnceForManySeeds() throws Exception {
    check(SEEDS_IN_ALL);
  }

  private void check(int atLeast) throws Exception {
    for (int attempt = 1; true; attempt++) {
      LocalDate today = today();
      Run killed = killed(atLeast, folder.resolve("killed-" + attempt));
      Outcome calm = undisturbed(killed.seeds, folder.resolve("undisturbed-" + attempt));
      if (!today().equals(today)) {
        continue; // timers fire up to today: beyond midnight the two have seen different days
      }
      System.out.printf(
          "%d seeds: %d alerts of %d cases, %d refusals, %d rows; written %d alerts; hits %s%n",
          killed.seeds.size(),
          calm.alertCount(),
          calm.alerts().size(),
          calm.refusals().size(),
          calm.rows().size(),
          killed.written.alertCount(),
          killed.hits);
      assertThat(calm.alertCount()).as("alerts").isGreaterThan(20 * killed.seeds.size());
      assertThat(calm.refusals()).as("refusals").isNotEmpty();
      assertThat(calm.rows()).as("figures").anyMatch(row -> row.startsWith("statistic "));
      assertThat(calm.rows()).as("statements").anyMatch(row -> row.startsWith("statement "));
      assertThat(calm.differences(killed.committed)).as(killed.hits).isEmpty();
      // Red twin: the kills did throw away alerts that were written; who reads them too, sees it.
      assertThat(calm.differences(killed.written)).as("uncommitted, %s", killed.hits).isNotEmpty();
      return;
    }
  }

  private static Outcome undisturbed(List<Long> seeds, Path var) throws Exception {
    try (NationStack stack = new NationStack(var)) {
      stack.awaitFirstCheckpoint();
      for (long seed : seeds) {
        for (List<HouseholdEvent> part : parts(seed)) {
          stack.publish(part);
        }
      }
      stack.settle();
      return stack.outcome(true);
    }
  }

  /** Goes on until each moment was hit: a kill that missed proves nothing about it. */
  private static Run killed(int atLeast, Path var) throws Exception {
    try (NationStack stack = new NationStack(var)) {
      stack.awaitFirstCheckpoint();
      Map<String, Integer> hits = new TreeMap<>();
      List<Long> seeds = new ArrayList<>();
      for (long seed = 1; seed <= atLeast; seed++) {
        kill(stack, seed, hits);
        seeds.add(seed);
      }
      // By one seed alone half of the moments were tried; every other seed tries those again.
      int step = atLeast == 1 ? 2 : 1;
      for (long seed = atLeast + step;
          seed <= atLeast + MORE_SEEDS && anyMissed(hits);
          seed += step) {
        kill(stack, seed, hits);
        seeds.add(seed);
      }
      String said = hits + " of seeds " + seeds;
      assertThat(anyMissed(hits)).as("a moment was never hit: " + said).isFalse();
      stack.settle();
      return new Run(stack.outcome(true), stack.outcome(false), said, seeds);
    }
  }

  /** Kills at each moment; by turns aimed at the checkpoints of either job. */
  private static void kill(NationStack stack, long seed, Map<String, Integer> hits)
      throws Exception {
    String one = seed % 2 == 0 ? NationStack.RISK : NationStack.ASSISTANCE;
    String other = seed % 2 == 0 ? NationStack.ASSISTANCE : NationStack.RISK;
    List<List<HouseholdEvent>> parts = parts(seed);
    Kills kills = new Kills(stack, seed);
    count(hits, "during a checkpoint of " + other, kills.duringCheckpoint(other, parts.get(0)));
    count(hits, "before the commit of " + one, kills.beforeCommit(one, parts.get(1)));
    count(hits, "while timers fire", !kills.whileTimersFire(parts.get(2)).changeIds().isEmpty());
  }

  private static void count(Map<String, Integer> hits, String moment, boolean hit) {
    hits.merge(moment, hit ? 1 : 0, Integer::sum);
  }

  private static boolean anyMissed(Map<String, Integer> hits) {
    return hits.containsValue(0);
  }

  /** Whole households to each part: what comes before and after a kill never mixes in one. */
  private static List<List<HouseholdEvent>> parts(long seed) {
    Map<Integer, List<HouseholdEvent>> parts = new HashMap<>();
    int number = 0;
    for (List<HouseholdEvent> household :
        NationEvents.of(seed, HOUSEHOLDS, NationStack.policies()).values()) {
      parts
          .computeIfAbsent(number++ * MOMENTS / HOUSEHOLDS, i -> new ArrayList<>())
          .addAll(household);
    }
    // As the departments would send them, by report: time then moves evenly in all partitions.
    parts.values().forEach(part -> part.sort(Comparator.comparingLong(HouseholdEvent::reportedAt)));
    return List.of(parts.get(0), parts.get(1), parts.get(2));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}
