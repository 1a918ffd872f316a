package io.hearthwatch.io.flink;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** A sink whose records the test can see; they are kept by name, since Flink copies the sink. */
public record Collected(String name) implements Sink<KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  private static final Map<String, List<byte[]>> VALUES = new ConcurrentHashMap<>();

  public List<byte[]> values() {
    return VALUES.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>());
  }

  @Override
  public SinkWriter<KafkaRecord> createWriter(WriterInitContext context) {
    List<byte[]> values = values();
    return new SinkWriter<>() {
      @Override
      public void write(KafkaRecord record, Context unused) {
        values.add(record.value);
      }

      @Override
      public void flush(boolean endOfInput) {
        // each record is there at once
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }
}
