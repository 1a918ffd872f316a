package io.hearthwatch.io.flink;

import io.hearthwatch.io.topic.Tick;
import java.io.Serial;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads ticks, each as the time that it says, in epoch milliseconds. */
public final class ClockReader implements KafkaRecordDeserializationSchema<Long> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Long> collector) {
    collector.collect(Tick.epochMs(record.value(), record.timestamp()));
  }

  @Override
  public TypeInformation<Long> getProducedType() {
    return Types.LONG;
  }
}
