package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;

/**
 * Notices events that repeat the id, kind and revision of an earlier one. Of such a pair only one
 * survives, so an id template that is not specific enough loses events silently. Holds 8 bytes an
 * event and gives up, saying so, beyond a limit.
 */
final class RepeatedIds {

  private static final int FIRST_CAPACITY = 1 << 12;

  private final int mostIds;
  private long[] slots = new long[FIRST_CAPACITY];
  private int size;

  RepeatedIds(int mostIds) {
    this.mostIds = mostIds;
  }

  /** Whether the limit was passed, after which nothing is noticed any more. */
  boolean full() {
    return size >= mostIds;
  }

  /** Whether the same was there before. */
  boolean repeats(HouseholdEvent event) {
    if (full()) {
      return false;
    }
    long print = fingerprint(event);
    if (!insert(slots, print)) {
      return true;
    }
    size++;
    if (size * 2 > slots.length) {
      long[] larger = new long[slots.length * 2];
      for (long slot : slots) {
        if (slot != 0) {
          insert(larger, slot);
        }
      }
      slots = larger;
    }
    return false;
  }

  private static boolean insert(long[] slots, long print) {
    int mask = slots.length - 1;
    int at = (int) print & mask;
    while (slots[at] != 0) {
      if (slots[at] == print) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = print;
    return true;
  }

  /** The id is a hash already; kind and revision are mixed into it. Never 0, the empty slot. */
  private static long fingerprint(HouseholdEvent event) {
    long version = event.revision() * 4L + event.kind().ordinal();
    long print = event.eventId().high() ^ Long.rotateLeft(event.eventId().low(), 17);
    print ^= version * 0x9E37_79B9_7F4A_7C15L;
    return print == 0 ? 1 : print;
  }
}
