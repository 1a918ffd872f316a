package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.List;

/** Makes the events of the rows of one file. A row gives all of its events or none. */
final class RowMapping {

  private final Row row;
  private final MappedField where;
  private final List<EventMapping> events;
  private final Integer eventsPerRow;

  /**
   * @param where or null
   * @param eventsPerRow or null for any number
   */
  RowMapping(Row row, MappedField where, List<EventMapping> events, Integer eventsPerRow) {
    this.row = row;
    this.where = where;
    this.events = events;
    this.eventsPerRow = eventsPerRow;
  }

  /** Adds the events of a row; throws RowProblem, after which what was added is void. */
  void map(String[] values, List<HouseholdEvent> out) {
    row.fill(values);
    if (where != null && !where.flag(row)) {
      return;
    }
    int before = out.size();
    for (EventMapping event : events) {
      event.map(row, out);
    }
    int made = out.size() - before;
    if (eventsPerRow != null && made != eventsPerRow) {
      throw new RowProblem("the row gives " + made + " events instead of " + eventsPerRow);
    }
  }
}
