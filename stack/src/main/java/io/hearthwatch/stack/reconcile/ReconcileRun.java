package io.hearthwatch.stack.reconcile;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.NamedOffsets;
import io.hearthwatch.stack.broker.RecordsUntil;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The reconciliation of a running stack at named offsets. */
public final class ReconcileRun {

  private static final long POLL_MS = 500;

  private final StackAddresses at;
  private final Connection connection;
  private final Listener listener;

  /** Hears what goes on. */
  public interface Listener {
    /** Of so many offsets so many are read. */
    void read(long offsets, long all);

    /** A longer piece of work has begun. */
    void begun(Work work);

    /** A check is done. */
    void done(Reconciliation.Result result);
  }

  /** Longer pieces of work. */
  public enum Work {
    WAITING_FOR_TABLES,
    RECOUNTING
  }

  public ReconcileRun(StackAddresses at, Connection connection, Listener listener) {
    this.at = at;
    this.connection = connection;
    this.listener = listener;
  }

  /**
   * Compares until the first difference.
   *
   * @param patience how long the tables may be behind
   * @return the first difference; empty where all agrees
   */
  public Optional<Reconciliation.Result> run(
      NamedOffsets offsets, Retention retention, RegionScheme scheme, Duration patience)
      throws SQLException, InterruptedException {
    Reconciliation reconciliation = new Reconciliation(connection);
    reconciliation.named(offsets.said());
    read(offsets, reconciliation, retention, scheme);
    if (!reconciliation.tablesHaveAll()) {
      listener.begun(Work.WAITING_FOR_TABLES);
      awaitTables(reconciliation, patience);
    }
    boolean recounted = false;
    for (Check check : Check.values()) {
      if (check.needsRecount() && !recounted) {
        listener.begun(Work.RECOUNTING);
        reconciliation.recount();
        recounted = true;
      }
      Reconciliation.Result result = reconciliation.check(check);
      listener.done(result);
      if (result.difference().isPresent()) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  private void read(
      NamedOffsets offsets, Reconciliation into, Retention retention, RegionScheme scheme)
      throws SQLException {
    long events = NamedOffsets.records(offsets.read());
    long all = events + NamedOffsets.records(offsets.said());
    try (ToldVersions told = into.told(retention, scheme)) {
      RecordsUntil.read(at, offsets.read(), told::take, done -> listener.read(done, all));
    }
    try (SaidRecords said = into.said()) {
      RecordsUntil.read(at, offsets.said(), said::take, done -> listener.read(events + done, all));
    }
  }

  private static void awaitTables(Reconciliation reconciliation, Duration patience)
      throws SQLException, InterruptedException {
    Instant until = Instant.now().plus(patience);
    while (!reconciliation.tablesHaveAll()) {
      if (Instant.now().isAfter(until)) {
        throw new StackFailure(
            "The database has not all of what was said, "
                + patience.toSeconds()
                + " s later; is the tables job behind? See `hearthwatch status`.");
      }
      Thread.sleep(POLL_MS);
    }
  }
}
