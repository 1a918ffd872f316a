package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Puts events into the order of their reporting, however many there are: so many are held in
 * memory, the others wait in sorted temporary files. Stable: events reported at the same instant
 * keep the order in which they were added.
 */
final class EventSort implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Files read at once; more are merged into one first, level by level. */
  private static final int FAN_IN = 64;

  private static final Comparator<HouseholdEvent> BY_REPORT =
      Comparator.comparingLong(HouseholdEvent::reportedAt);

  private final int mostInMemory;
  private final Path parent;
  private final List<HouseholdEvent> memory = new ArrayList<>();

  /** Files by level; a higher level holds earlier events, and within a level the first do. */
  private final List<List<Path>> levels = new ArrayList<>();

  private Path folder;
  private int filesWritten;

  /**
   * @param mostInMemory events
   * @param parent of the folder for temporary files
   */
  EventSort(int mostInMemory, Path parent) {
    this.mostInMemory = mostInMemory;
    this.parent = parent;
  }

  void add(HouseholdEvent event) throws IOException {
    memory.add(event);
    if (memory.size() >= mostInMemory) {
      spill();
    }
  }

  /** How many temporary files were written. */
  int filesWritten() {
    return filesWritten;
  }

  /** Gives all events in order; to be called once. */
  void drain(Consumer<HouseholdEvent> out) throws IOException {
    memory.sort(BY_REPORT);
    List<Path> files = new ArrayList<>();
    for (int level = levels.size() - 1; level >= 0; level--) {
      files.addAll(levels.get(level));
    }
    merge(files, memory, out::accept);
    memory.clear();
  }

  @Override
  public void close() throws IOException {
    if (folder != null) {
      for (List<Path> level : levels) {
        for (Path file : level) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(folder);
    }
  }

  private void spill() throws IOException {
    memory.sort(BY_REPORT);
    Path file = newFile(0);
    try (DataOutputStream out = write(file)) {
      for (HouseholdEvent event : memory) {
        SpillCodec.write(out, event);
      }
    }
    memory.clear();
    for (int level = 0; level < levels.size() && levels.get(level).size() >= FAN_IN; level++) {
      raise(level);
    }
  }

  private void raise(int level) throws IOException {
    List<Path> files = List.copyOf(levels.get(level));
    Path file = newFile(level + 1);
    try (DataOutputStream out = write(file)) {
      merge(files, List.of(), event -> SpillCodec.write(out, event));
    }
    for (Path merged : files) {
      Files.delete(merged);
    }
    levels.get(level).clear();
  }

  private Path newFile(int level) throws IOException {
    if (folder == null) {
      Files.createDirectories(parent);
      folder = Files.createTempDirectory(parent, "import-sort-");
    }
    while (levels.size() <= level) {
      levels.add(new ArrayList<>());
    }
    Path file = folder.resolve(filesWritten++ + ".events");
    levels.get(level).add(file);
    return file;
  }

  private static DataOutputStream write(Path file) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  private interface Out {
    void accept(HouseholdEvent event) throws IOException;
  }

  /**
   * The runs come in the order of adding, so that the earlier one wins where instants are equal.
   */
  private static void merge(List<Path> files, List<HouseholdEvent> last, Out out)
      throws IOException {
    PriorityQueue<SortedRun> runs = new PriorityQueue<>();
    try {
      for (int i = 0; i < files.size(); i++) {
        runs.add(SortedRun.of(i, files.get(i)));
      }
      if (!last.isEmpty()) {
        runs.add(SortedRun.of(files.size(), last));
      }
      while (!runs.isEmpty()) {
        SortedRun run = runs.poll();
        out.accept(run.head());
        if (run.advance()) {
          runs.add(run);
        }
      }
    } finally {
      for (SortedRun run : runs) {
        run.close();
      }
    }
  }
}
