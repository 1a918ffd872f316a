package io.hearthwatch.bench;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final AtomicReference<Exception> failed = new AtomicReference<>();

  Feed(String broker) {
    admin = Admin.create(Map.of("bootstrap.servers", broker));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "linger.ms", "20", "batch.size", "131072"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Creates all topics as the stack declares them, and that of the peer. */
  void createTopics(String ofPeer) throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    for (Topics.Topic topic : Topics.all()) {
      topics.add(
          new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1))
              .configs(topic.config()));
    }
    topics.add(new NewTopic(ofPeer, Optional.of(4), Optional.of((short) 1)));
    admin.createTopics(topics).all().get();
    awaitLeaders(topics);
  }

  /**
   * Waits until the broker leads each partition. A producer that writes as soon as a topic is
   * created is refused for a moment and asks again; now and then, one of its batches was never sent
   * again.
   */
  private void awaitLeaders(List<NewTopic> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int partition = 0; partition < topic.numPartitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    admin.listOffsets(ends).all().get();
  }

  /** Where the next record of a topic's first partition will lie. */
  long end(String topic) throws Exception {
    TopicPartition partition = new TopicPartition(topic, 0);
    return admin
        .listOffsets(Map.of(partition, OffsetSpec.latest()))
        .partitionResult(partition)
        .get()
        .offset();
  }

  /** Writes an event to the topic of its source. */
  void send(HouseholdEvent event) {
    send(Topics.events(event.source()), event.householdId(), codec.encode(event));
  }

  void send(String topic, String key, byte[] value) {
    producer.send(
        new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value),
        (sent, problem) -> failed.compareAndSet(null, problem));
  }

  /** Waits until all lies in the broker; who waits for what does not, waits for ever. */
  void flush() {
    producer.flush();
    if (failed.get() != null) {
      throw new IllegalStateException("an event did not reach the broker", failed.get());
    }
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
}
