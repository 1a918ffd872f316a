package io.hearthwatch.tables;

import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.RecordReader;
import io.hearthwatch.io.tables.UnreadableException;
import io.hearthwatch.io.tables.UnreadableRow;
import java.io.Serial;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Makes rows of records. A record that cannot be read goes to the side, and the next one is not
 * delayed.
 *
 * @param <R> rows of one record
 */
final class ReadFunction<R> extends ProcessFunction<ReceivedRecord, R> {

  @Serial private static final long serialVersionUID = 1L;

  static final OutputTag<UnreadableRow> UNREADABLE = new OutputTag<>("unreadable") {};

  private final SerializableSupplier<RecordReader<R>> readers;
  private transient RecordReader<R> reader;
  private transient Counter read;
  private transient Counter unreadable;

  ReadFunction(SerializableSupplier<RecordReader<R>> readers) {
    this.readers = readers;
  }

  @Override
  public void open(OpenContext context) {
    reader = readers.get();
    read = getRuntimeContext().getMetricGroup().counter(TablesMetrics.READ);
    unreadable = getRuntimeContext().getMetricGroup().counter(TablesMetrics.UNREADABLE);
  }

  @Override
  public void processElement(ReceivedRecord record, Context context, Collector<R> rows) {
    try {
      rows.collect(reader.read(record));
      read.inc();
    } catch (UnreadableException e) {
      unreadable.inc();
      context.output(UNREADABLE, UnreadableRow.of(record, e));
    }
  }
}
