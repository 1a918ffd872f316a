package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Sorted events with the next one at hand, from a file or from memory; never empty. */
final class SortedRun implements Comparable<SortedRun>, Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final int number;
  private final DataInputStream file;
  private final Iterator<HouseholdEvent> memory;
  private HouseholdEvent head;

  private SortedRun(int number, DataInputStream file, Iterator<HouseholdEvent> memory)
      throws IOException {
    this.number = number;
    this.file = file;
    this.memory = memory;
    this.head = file != null ? SpillCodec.read(file) : memory.next();
  }

  /**
   * @param number decides where instants are equal
   */
  static SortedRun of(int number, Path path) throws IOException {
    return new SortedRun(
        number,
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)),
        null);
  }

  static SortedRun of(int number, List<HouseholdEvent> events) throws IOException {
    return new SortedRun(number, null, events.iterator());
  }

  HouseholdEvent head() {
    return head;
  }

  /** Goes on to the next event; closes and returns false at the end. */
  boolean advance() throws IOException {
    if (file == null) {
      head = memory.hasNext() ? memory.next() : null;
    } else {
      // A file ends exactly between two events: it was closed before it is read.
      file.mark(1);
      boolean more = file.read() >= 0;
      file.reset();
      head = more ? SpillCodec.read(file) : null;
    }
    if (head == null) {
      close();
    }
    return head != null;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  @Override
  public int compareTo(SortedRun other) {
    int byReport = Long.compare(head.reportedAt(), other.head.reportedAt());
    return byReport != 0 ? byReport : Integer.compare(number, other.number);
  }
}
