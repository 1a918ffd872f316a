package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.reference.NationEvents;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A TaskManager that is killed during a checkpoint, between pre-commit and commit, and while timers
 * fire: the committed topics and the tables equal those of a stack that nobody disturbs.
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
  private record Run(Outcome committed, Outcome written, String hits, int seeds) {}

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
    while (true) {
      LocalDate today = today();
      Run killed = killed(atLeast);
      int seeds = killed.seeds;
      Outcome calm = undisturbed(seeds);
      if (!today().equals(today)) {
        continue; // timers fire up to today: beyond midnight the two have seen different days
      }
      System.out.printf(
          "%d seeds: %d alerts of %d cases, %d refusals, %d rows; written %d alerts; hits %s%n",
          seeds,
          calm.alertCount(),
          calm.alerts().size(),
          calm.refusals().size(),
          calm.rows().size(),
          killed.written.alertCount(),
          killed.hits);
      assertThat(calm.alertCount()).as("alerts").isGreaterThan(20 * seeds);
      assertThat(calm.refusals()).as("refusals").isNotEmpty();
      assertThat(calm.rows()).as("figures").anyMatch(row -> row.startsWith("statistic "));
      assertThat(calm.rows()).as("statements").anyMatch(row -> row.startsWith("statement "));
      assertThat(calm.differences(killed.committed)).as(killed.hits).isEmpty();
      // Red twin: the kills did throw away alerts that were written; who reads them too, sees it.
      assertThat(calm.differences(killed.written)).as("uncommitted, %s", killed.hits).isNotEmpty();
      return;
    }
  }

  private Outcome undisturbed(int seeds) throws Exception {
    try (NationStack stack = new NationStack(folder.resolve("undisturbed"))) {
      stack.awaitFirstCheckpoint();
      for (long seed : seeds(seeds)) {
        for (List<HouseholdEvent> part : parts(seed)) {
          stack.publish(part);
        }
      }
      stack.settle();
      return stack.outcome(true);
    }
  }

  /** Goes on until each moment was hit: a kill that missed proves nothing about it. */
  private Run killed(int atLeast) throws Exception {
    try (NationStack stack = new NationStack(folder.resolve("killed"))) {
      stack.awaitFirstCheckpoint();
      int[] hits = new int[MOMENTS];
      List<Integer> firedAtKill = new ArrayList<>();
      int seed = 0;
      while (seed < atLeast || (seed < atLeast + MORE_SEEDS && anyMissed(hits))) {
        seed++;
        List<List<HouseholdEvent>> parts = parts(seed);
        Kills kills = new Kills(stack, seed);
        hits[0] += kills.duringCheckpoint(parts.get(0)) ? 1 : 0;
        hits[1] += kills.beforeCommit(parts.get(1)) ? 1 : 0;
        Set<String> fired = kills.whileTimersFire(parts.get(2)).changeIds();
        hits[2] += fired.isEmpty() ? 0 : 1;
        firedAtKill.add(fired.size());
      }
      String said =
          "during a checkpoint %d, before the commit %d, while timers fire %d %s of %d"
              .formatted(hits[0], hits[1], hits[2], firedAtKill, seed);
      assertThat(anyMissed(hits)).as("a moment was never hit: " + said).isFalse();
      stack.settle();
      return new Run(stack.outcome(true), stack.outcome(false), said, seed);
    }
  }

  private static boolean anyMissed(int[] hits) {
    return Arrays.stream(hits).anyMatch(hit -> hit == 0);
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

  private static List<Long> seeds(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}
