package io.hearthwatch.stack;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.UtilityUsed;
import io.hearthwatch.stack.broker.EventPublisher;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Holds the time of a live job back: one department that goes on saying the same old thing. A feed
 * that pauses holds time back too, but only for ten seconds, and whether a slow machine has read
 * everything by then is chance.
 */
final class HeldTime implements AutoCloseable {

  /** A good deal shorter than a feed may pause. */
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private static final LocalDate LONG_AGO = LocalDate.of(2001, 1, 1);

  private final EventPublisher publisher;
  private final ScheduledExecutorService thread;
  private ScheduledFuture<?> holding;

  HeldTime(StackAddresses at) {
    publisher = new EventPublisher(at);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread daemon = new Thread(work, "held-time");
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /** From now on no deadline passes. */
  synchronized void hold() throws Exception {
    if (holding != null) {
      return;
    }
    thread.submit(this::say).get();
    holding =
        thread.scheduleAtFixedRate(
            this::say, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Time passes again, once the feeds have paused for long enough. */
  synchronized void letPass() {
    if (holding != null) {
      holding.cancel(false);
      holding = null;
    }
  }

  private void say() {
    publisher.accept(
        new HouseholdEvent(
            new EventId(1, 1),
            EventKind.NOTIFY,
            0,
            "utilities",
            "holds-time-back",
            null,
            "110101",
            null,
            (int) LONG_AGO.toEpochDay(),
            LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli(),
            new UtilityUsed("power", 0, 0)));
    publisher.flush();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    publisher.close();
  }
}
