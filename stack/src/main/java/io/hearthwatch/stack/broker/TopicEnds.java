package io.hearthwatch.stack.broker;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far topics are written and how far a group has read them, as the broker says. */
final class TopicEnds {

  /** How long one look at the broker may take. */
  private static final long LOOK_SECONDS = 15;

  private TopicEnds() {}

  /** Where readers of an isolation level come to an end, by partition. */
  static Map<TopicPartition, Long> of(
      Admin admin, Collection<String> topics, IsolationLevel isolation)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> partitions =
        get(admin.describeTopics(topics).allTopicNames()).values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return get(admin.listOffsets(partitions, new ListOffsetsOptions(isolation)).all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  /** What a group has committed, by partition. */
  static Map<TopicPartition, Long> committed(Admin admin, String group)
      throws ExecutionException, InterruptedException, TimeoutException {
    return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static <T> T get(KafkaFuture<T> future)
      throws ExecutionException, InterruptedException, TimeoutException {
    return future.get(LOOK_SECONDS, TimeUnit.SECONDS);
  }
}
