package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;

/** Where the events of an import go. Called by one thread; may wait when it is full. */
public interface EventSink extends AutoCloseable {

  /** Takes an event; the order of the calls is the order of delivery. */
  void accept(HouseholdEvent event);

  /**
   * Says that a source has told everything through a day; called after {@link #flush}, so that the
   * claim never overtakes the events that it speaks of.
   *
   * @param source department
   * @param regionPrefix for which regions; empty for all
   * @param completeThroughEpochDay the last complete day, since 1970-01-01
   */
  void complete(String source, String regionPrefix, int completeThroughEpochDay);

  /** Returns when everything accepted so far is safely delivered; throws where it is not. */
  void flush();

  /** Gives up what it holds; without {@link #flush} nothing is promised. */
  @Override
  default void close() {}
}
