package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.FlinkRest;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** How far the sources of a running job have read, as they report it. */
final class ReadOffsets {

  private static final String EVENTS = "events";

  private final FlinkRest rest;
  private final String job;

  ReadOffsets(FlinkRest rest, String job) {
    this.rest = rest;
    this.job = job;
  }

  /**
   * The offset of the next record of each partition; partitions of which the job has read nothing
   * since it was started are left out.
   */
  Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> read = new HashMap<>();
    try {
      read.putAll(of(partitions, EVENTS, partition -> !partition.topic().equals(Topics.CONTROL)));
      read.putAll(
          of(partitions, Topics.CONTROL, partition -> partition.topic().equals(Topics.CONTROL)));
    } catch (IOException e) {
      // It restarts, or Flink is busy; what it has committed is known at least.
    }
    return read;
  }

  private Map<TopicPartition, Long> of(
      Collection<TopicPartition> partitions, String source, Predicate<TopicPartition> its)
      throws IOException {
    List<TopicPartition> asked = partitions.stream().filter(its).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> values =
        rest.metrics(
            job,
            "Source: " + source,
            asked.stream().map(partition -> metric(source, partition)).toList());
    Map<TopicPartition, Long> read = new HashMap<>();
    for (TopicPartition partition : asked) {
      Long last = values.get(metric(source, partition));
      if (last != null && last >= 0) {
        read.put(partition, last + 1);
      }
    }
    return read;
  }

  /** As Flink's Kafka source calls the offset of the last record that it has passed on. */
  private static String metric(String source, TopicPartition partition) {
    return "Source__%s.KafkaSourceReader.topic.%s.partition.%d.currentOffset"
        .formatted(source, partition.topic().replace('.', '_'), partition.partition());
  }
}
