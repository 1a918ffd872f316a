package io.hearthwatch.cli.real;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.HouseholdEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What really went through the broker, as the plain data that the reference takes. */
final class SentEvents {

  private SentEvents() {}

  /** Every event of every topic. */
  static List<RawEvent> read(StackAddresses at) throws IOException {
    List<RawEvent> events = new ArrayList<>();
    each(at, events::add);
    return events;
  }

  /** The same one by one, where they are too many to be held. */
  static void each(StackAddresses at, Consumer<RawEvent> consumed) throws IOException {
    SingleObject<HouseholdEvent> contract = new SingleObject<>(HouseholdEvent.class);
    Map<String, Object> config = Map.of("bootstrap.servers", at.bootstrapServers());
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Topics.allEvents().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          consumed.accept(plain(contract.decode(record.value())));
        }
      }
    }
  }

  private static RawEvent plain(HouseholdEvent event) {
    ByteBuffer id = ByteBuffer.wrap(event.getEventId().bytes());
    SpecificRecord body = (SpecificRecord) event.getBody();
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : body.getSchema().getFields()) {
      Object value = body.get(field.pos());
      if (value instanceof Integer number && field.name().startsWith("month")) {
        value = YearMonth.of(number / 100, number % 100);
      }
      fields.put(field.name(), value);
    }
    return new RawEvent(
        new UUID(id.getLong(), id.getLong()),
        event.getKind().name(),
        event.getRevision(),
        event.getSource(),
        event.getHouseholdId(),
        event.getPersonId(),
        event.getRegisteredRegion(),
        event.getHelpingRegion(),
        event.getOccurredOn(),
        event.getReportedAt(),
        body.getSchema().getName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT),
        fields);
  }
}
