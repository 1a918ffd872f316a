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

  private final boolean simulated;

  /**
   * For one way of operation.
   *
   * @param simulated whether a tick may say a time of its own; else the broker's counts, so that
   *     nobody lets every deadline pass by a tick of 2099
   */
  public ClockReader(boolean simulated) {
    this.simulated = simulated;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Long> collector) {
    collector.collect(
        simulated ? Tick.epochMs(record.value(), record.timestamp()) : record.timestamp());
  }

  @Override
  public TypeInformation<Long> getProducedType() {
    return Types.LONG;
  }
}
