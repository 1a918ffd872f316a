package io.hearthwatch.io.flink;

import java.io.Serial;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the control stream, unread: the households' function says of each record whether it is one.
 * A record without a value is passed on as empty bytes, since nothing between tasks may be null.
 */
public final class ControlReader implements KafkaRecordDeserializationSchema<byte[]> {

  @Serial private static final long serialVersionUID = 1L;

  private static final byte[] NO_VALUE = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<byte[]> collector) {
    collector.collect(record.value() == null ? NO_VALUE : record.value());
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  }
}
