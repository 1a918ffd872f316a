package io.hearthwatch.bench;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of the broker, and what is written to them before a job is timed. */
final class Feed implements AutoCloseable {

  private final Admin admin;
  private final Producer<byte[], byte[]> producer;
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final Households seeded;
  private final long households;
  private long number;

  Feed(String broker, Households seeded, long households) {
    this.seeded = seeded;
    this.households = households;
    admin = Admin.create(Map.of("bootstrap.servers", broker));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", "20", "batch.size", "131072"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Creates all topics, also that of the peer, as the stack declares them. */
  void createTopics() throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    for (Topics.Topic topic : Topics.all()) {
      topics.add(
          new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1))
              .configs(topic.config()));
    }
    topics.add(new NewTopic(PeerJob.TOPIC, Optional.of(4), Optional.of((short) 1)));
    admin.createTopics(topics).all().get();
  }

  void publishPolicy(Path policies) {
    ControlRecord bundle = new ControlRecord(CommittedPolicy.published(policies));
    send(Topics.CONTROL, "bundle", control.encode(bundle));
    producer.flush();
  }

  /**
   * Sources say that they have told everything, also of the days of the next events: as departments
   * that report every day.
   */
  private void sayComplete(long next) {
    LocalDate through = LocalDate.ofEpochDay(Households.day(number + next, households));
    for (String source : CommittedPolicy.COMPLETE_SOURCES) {
      ControlRecord said = new ControlRecord(new Completeness(source, "", through));
      send(Topics.CONTROL, source, control.encode(said));
    }
  }

  /** How many subtasks have taken the policies. */
  long acknowledged() throws Exception {
    TopicPartition acks = new TopicPartition(Topics.CONTROL_ACKS, 0);
    return admin
        .listOffsets(Map.of(acks, OffsetSpec.latest()))
        .partitionResult(acks)
        .get()
        .offset();
  }

  /** Writes the next events, each of another household. */
  void events(long count) {
    sayComplete(count);
    for (long i = 0; i < count; i++) {
      HouseholdEvent event = seeded.next(number++, households);
      send(Topics.events(event.source()), event.householdId(), codec.encode(event));
    }
    producer.flush();
  }

  /** How many records of a topic a reader of what is committed gets. */
  static long committed(String broker, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker, "isolation.level", "read_committed");
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long count = 0;
      while (partitions.stream().anyMatch(of -> consumer.position(of) < ends.get(of))) {
        count += consumer.poll(Duration.ofMillis(200)).count();
      }
      return count;
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }

  private void send(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
  }
}
