package io.hearthwatch.stack.broker;

import java.util.List;

/**
 * A moment of the assistance job: how far it had read, and how far what it had said by then goes.
 *
 * @param read of the topics with events
 * @param said of the topics with figures and statements
 */
public record NamedOffsets(List<End> read, List<End> said) {

  public NamedOffsets {
    read = List.copyOf(read);
    said = List.copyOf(said);
  }

  /**
   * Up to where a partition is meant.
   *
   * @param until offset of the first record that is not
   */
  public record End(String topic, int partition, long until) {}

  /** The same of one topic. */
  public List<End> saidIn(String topic) {
    return said.stream().filter(end -> end.topic().equals(topic)).toList();
  }

  /** How many offsets lie below. */
  public static long records(List<End> ends) {
    return ends.stream().mapToLong(End::until).sum();
  }
}
