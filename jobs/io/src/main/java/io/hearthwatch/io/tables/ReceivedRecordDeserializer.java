package io.hearthwatch.io.tables;

import java.io.Serial;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records from Kafka as they are; what they say is read by the job, where it is counted. */
public final class ReceivedRecordDeserializer
    implements KafkaRecordDeserializationSchema<ReceivedRecord> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<ReceivedRecord> collector) {
    collector.collect(
        new ReceivedRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            record.key(),
            record.value()));
  }

  @Override
  public TypeInformation<ReceivedRecord> getProducedType() {
    return TypeInformation.of(ReceivedRecord.class);
  }
}
