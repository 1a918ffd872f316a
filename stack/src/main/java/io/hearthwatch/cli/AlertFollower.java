package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tells new changes as they come into the table, by asking once a second. A database that goes away
 * is waited for.
 */
final class AlertFollower {

  private static final long PAUSE_MS = 1_000;

  /**
   * Writers in parallel may commit a lower arrival after a higher one, so the last ones are looked
   * at again; more than all writers can have under way at once.
   */
  private static final int LOOK_BACK = 5_000;

  private static final int CHUNK = 500;

  private final Database database;
  private final CaseFilter filter;
  private long lastArrival;
  private final Map<String, Boolean> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > 2 * LOOK_BACK;
        }
      };

  AlertFollower(Database database, CaseFilter filter) {
    this.database = database;
    this.filter = filter;
  }

  /** Forgets what is there now. */
  void skipToEnd() {
    lastArrival = database.ask(connection -> new AlertStore(connection).lastArrival());
    arrived().forEach(arrived -> told.put(arrived.changeId(), true));
  }

  /** Tells each change once; returns only when it is interrupted. */
  void follow(Consumer<SaidChange> each, Consumer<String> problem) throws InterruptedException {
    boolean answered = true;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        tellNew(each);
        answered = true;
      } catch (StackFailure e) {
        if (answered) {
          problem.accept(e.getMessage());
        }
        answered = false;
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private void tellNew(Consumer<SaidChange> each) {
    List<AlertStore.Arrived> fresh =
        arrived().stream().filter(arrived -> !told.containsKey(arrived.changeId())).toList();
    for (int from = 0; from < fresh.size(); from += CHUNK) {
      List<AlertStore.Arrived> chunk = fresh.subList(from, Math.min(fresh.size(), from + CHUNK));
      List<String> ids = chunk.stream().map(AlertStore.Arrived::changeId).toList();
      database.ask(connection -> new AlertStore(connection).changes(ids, filter)).forEach(each);
      ids.forEach(id -> told.put(id, true));
      lastArrival = Math.max(lastArrival, chunk.get(chunk.size() - 1).arrival());
    }
  }

  private List<AlertStore.Arrived> arrived() {
    long from = Math.max(0, lastArrival - LOOK_BACK);
    return database.ask(connection -> new AlertStore(connection).arrivedAfter(from, 4 * LOOK_BACK));
  }
}
