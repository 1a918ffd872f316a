package io.hearthwatch.io.flink;

import java.io.Serial;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes key and value to one topic, as they are. */
public final class KafkaRecordWriter implements KafkaRecordSerializationSchema<KafkaRecord> {

  @Serial private static final long serialVersionUID = 1L;

  private final String topic;

  public KafkaRecordWriter(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      KafkaRecord record, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(topic, record.key, record.value);
  }
}
