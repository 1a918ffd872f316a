package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts while an import runs. */
final class ImportTally {

  /** 8 bytes each, twice as many slots: 64 MB at most. */
  private static final int MOST_IDS_COMPARED = 4_000_000;

  private static final class Count {
    private long count;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
  }

  private final Map<EventType, Count> byType = new EnumMap<>(EventType.class);
  private final RepeatedIds ids = new RepeatedIds(MOST_IDS_COMPARED);
  private long rows;
  private long outside;
  private long repeated;
  private String firstRepeated;

  void row() {
    rows++;
  }

  long rows() {
    return rows;
  }

  void outside() {
    outside++;
  }

  void event(HouseholdEvent event, InputFiles.InputFile file, long line) {
    Count count = byType.computeIfAbsent(event.type(), type -> new Count());
    count.count++;
    count.first = Math.min(count.first, event.occurredOn());
    count.last = Math.max(count.last, event.occurredOn());
    if (ids.repeats(event)) {
      repeated++;
      if (firstRepeated == null) {
        firstRepeated = file.path().getFileName() + ":" + line;
      }
    }
  }

  long events() {
    return byType.values().stream().mapToLong(count -> count.count).sum();
  }

  long outsideCount() {
    return outside;
  }

  long repeatedIds() {
    return repeated;
  }

  String firstRepeated() {
    return firstRepeated;
  }

  boolean allIdsCompared() {
    return !ids.full();
  }

  SortedMap<String, DayCount> byTypeName() {
    SortedMap<String, DayCount> named = new TreeMap<>();
    for (String name : BodyShape.names()) {
      Count count = byType.get(BodyShape.ofName(name).type());
      if (count != null) {
        named.put(name, new DayCount(count.count, count.first, count.last));
      }
    }
    return named;
  }
}
