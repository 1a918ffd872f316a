package io.hearthwatch.io.tables;

/**
 * Makes rows of the records of a topic.
 *
 * @param <R> rows that one record becomes
 */
@FunctionalInterface
public interface RecordReader<R> {

  /** The rows of a record; pure. */
  R read(ReceivedRecord record) throws UnreadableException;
}
