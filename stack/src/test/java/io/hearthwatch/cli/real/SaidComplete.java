package io.hearthwatch.cli.real;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What sources said of themselves, the last word of each region. */
final class SaidComplete {

  private SaidComplete() {}

  static List<SourceSaid> read(StackAddresses at) throws IOException {
    return read(at, LocalDate.MAX);
  }

  /** What had been said of no later day than this, as on a day when nobody could say more. */
  static List<SourceSaid> read(StackAddresses at, LocalDate newest) throws IOException {
    SingleObject<ControlRecord> contract = new SingleObject<>(ControlRecord.class);
    Map<String, SourceSaid> last = new LinkedHashMap<>();
    Map<String, Object> config = Map.of("bootstrap.servers", at.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition control = new TopicPartition(Topics.CONTROL, 0);
      consumer.assign(List.of(control));
      consumer.seekToBeginning(List.of(control));
      long end = consumer.endOffsets(List.of(control)).get(control);
      while (consumer.position(control) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (contract.decode(record.value()).getBody() instanceof Completeness said
              && !said.getCompleteThrough().isAfter(newest)) {
            last.put(
                said.getSource() + "/" + said.getRegionPrefix(),
                new SourceSaid(
                    said.getSource(), said.getRegionPrefix(), said.getCompleteThrough()));
          }
        }
      }
    }
    return List.copyOf(last.values());
  }
}
