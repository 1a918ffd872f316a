package io.hearthwatch.stack;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.DeadLetter;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the job's output topics, with or without what was not committed. */
final class AlertTopics implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(10);

  private final Consumer<byte[], byte[]> consumer;
  private final SingleObject<RiskAlert> alerts = new SingleObject<>(RiskAlert.class);
  private final SingleObject<DeadLetter> letters = new SingleObject<>(DeadLetter.class);

  AlertTopics(StackAddresses at, boolean committedOnly) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                at.bootstrapServers(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                committedOnly ? "read_committed" : "read_uncommitted"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Follows risk.alerts from now on. */
  AlertTopics follow() {
    List<TopicPartition> partitions = partitions(Topics.RISK_ALERTS);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return this;
  }

  /** What has come in the topic that is followed. */
  List<RiskAlert> poll() {
    List<RiskAlert> come = new ArrayList<>();
    consumer.poll(POLL).forEach(record -> come.add(alert(record)));
    return come;
  }

  /** Where a topic ends now; committed: where the first open transaction begins. */
  Map<TopicPartition, Long> ends(String topic) {
    return consumer.endOffsets(partitions(topic));
  }

  /** Every record of a topic, partition by partition. */
  List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records;
  }

  RiskAlert alert(ConsumerRecord<byte[], byte[]> record) {
    try {
      return alerts.decode(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
    try {
      return letters.decode(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
