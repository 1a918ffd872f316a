package io.hearthwatch.bench;

import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.KafkaRecordWriter;
import java.io.Serial;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes alerts and counts them, so that the peer can write as many of the same size. */
final class AlertTally implements KafkaRecordSerializationSchema<KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  static final LongAdder RECORDS = new LongAdder();
  static final LongAdder BYTES = new LongAdder();

  private final KafkaRecordWriter writer;

  AlertTally(String topic) {
    writer = new KafkaRecordWriter(topic);
  }

  static int meanBytes() {
    return RECORDS.sum() == 0 ? 0 : (int) (BYTES.sum() / RECORDS.sum());
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      KafkaRecord record, KafkaSinkContext context, Long timestamp) {
    RECORDS.increment();
    BYTES.add(record.value.length);
    return writer.serialize(record, context, timestamp);
  }
}
