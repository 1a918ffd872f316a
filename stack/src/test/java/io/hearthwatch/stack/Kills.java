package io.hearthwatch.stack;

import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;

/**
 * Kills the TaskManager at three moments, each a little early or late by chance, and says whether
 * it hit the moment.
 */
final class Kills {
  private static final Duration SPACING = Duration.ofMillis(1);
  private static final Duration PAUSE = Duration.ofMillis(1500);

  /** What each job writes exactly once, by the beginning of its transactions' names. */
  private static final Map<String, String> TRANSACTIONS =
      Map.of(
          NationStack.RISK, "household-risk-risk.alerts",
          NationStack.ASSISTANCE, "assistance-");

  private final NationStack stack;
  private final Random random;

  Kills(NationStack stack, long seed) {
    this.stack = stack;
    this.random = new Random(seed);
  }

  /** While a job's checkpoint is under way: after its folder is made, before all have answered. */
  boolean duringCheckpoint(String job, List<HouseholdEvent> events) throws Exception {
    try (AlertTopics written = new AlertTopics(stack.at(), false).follow()) {
      stack.publish(events);
      awaitSoon(() -> !written.poll().isEmpty());
      Set<Path> before = new HashSet<>(stack.checkpoints(job));
      stack.triggerCheckpoint(job);
      awaitSoon(() -> newOnes(job, before).findAny().isPresent());
      Path begun = newOnes(job, before).findAny().orElseThrow();
      sleepAtMost(8);
      Instant killed = stack.killTaskManager();
      boolean hit = !NationStack.isComplete(begun);
      stack.awaitRunningSince(killed);
      return hit;
    }
  }

  /**
   * Between pre-commit and commit: all subtasks have flushed their transactions and acknowledged,
   * the JobManager has written the checkpoint, and its word of that may or may not have come. Hit
   * when the broker still holds a transaction of the job open although nothing was written since.
   */
  boolean beforeCommit(String job, List<HouseholdEvent> events) throws Exception {
    try (AlertTopics written = new AlertTopics(stack.at(), false).follow()) {
      stack.publish(events);
      awaitSoon(() -> !written.poll().isEmpty());
      stack.awaitQuiet(written, PAUSE);
      Set<Path> before = new HashSet<>(stack.checkpoints(job));
      stack.triggerCheckpoint(job);
      awaitSoon(() -> newOnes(job, before).anyMatch(NationStack::isComplete));
      sleepAtMost(3);
      Instant killed = stack.killTaskManager();
      boolean hit = openTransactions(job) > 0;
      stack.awaitRunningSince(killed);
      return hit;
    }
  }

  /**
   * While timers fire: the feeds pause, the clock moves time by months and the first alerts of
   * passed deadlines are written. Hit when more of them were still to come.
   */
  TimersHit whileTimersFire(List<HouseholdEvent> events) throws Exception {
    try (AlertTopics written = new AlertTopics(stack.at(), false).follow()) {
      stack.publish(events);
      stack.letTimePass();
      while (!written.poll().isEmpty()) {
        // said because of events
      }
      Set<String> seen = new HashSet<>();
      Instant tickAt = Instant.now();
      Instant until = tickAt.plus(Duration.ofSeconds(60));
      while (seen.isEmpty() && Instant.now().isBefore(until)) {
        if (Instant.now().isAfter(tickAt)) {
          stack.tick();
          tickAt = Instant.now().plusMillis(300);
        }
        remember(written.poll(), seen);
      }
      sleepAtMost(15);
      Instant killed = stack.killTaskManager();
      List<RiskAlert> last;
      while (!(last = written.poll()).isEmpty()) {
        remember(last, seen);
      }
      stack.awaitRunningSince(killed);
      return new TimersHit(seen);
    }
  }

  /** Changes that timers had brought about when the kill came. */
  record TimersHit(Set<String> changeIds) {}

  private static void remember(List<RiskAlert> alerts, Set<String> seen) {
    for (RiskAlert alert : alerts) {
      if (alert.getCause().startsWith("deadline")) {
        seen.add(alert.getChangeId());
      }
    }
  }

  private Stream<Path> newOnes(String job, Set<Path> before) throws IOException {
    return stack.checkpoints(job).stream().filter(each -> !before.contains(each));
  }

  private long openTransactions(String job) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.at().bootstrapServers()))) {
      var open = Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT);
      return admin
          .listTransactions(new ListTransactionsOptions().filterStates(open))
          .all()
          .get()
          .stream()
          .filter(each -> each.transactionalId().startsWith(TRANSACTIONS.get(job)))
          .count();
    }
  }

  private void sleepAtMost(int ms) {
    LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(ms) + 1));
  }

  private static void awaitSoon(Callable<Boolean> condition) {
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(SPACING)
        .atMost(NationStack.PATIENCE)
        .until(condition);
  }
}
