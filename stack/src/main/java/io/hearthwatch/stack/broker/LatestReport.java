package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.event.Admission;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The latest date on which anything was reported, and how many records there are. */
public final class LatestReport {

  /** So many of the newest records of a partition: they come nearly in the order of reports. */
  private static final long NEWEST = 50;

  private static final Duration POLL = Duration.ofMillis(200);

  private LatestReport() {}

  /**
   * What the event topics hold.
   *
   * @param records how many
   * @param day civil date of the latest report; empty where there is none
   */
  public record Events(long records, Optional<LocalDate> day) {}

  /** Looks at the ends of all event topics. */
  public static Events read(StackAddresses at, Retention retention) {
    HouseholdEventCodec codec = new HouseholdEventCodec();
    Admission admission = new Admission(retention);
    int latest = Integer.MIN_VALUE;
    long count = 0;
    try (Consumer<byte[], byte[]> consumer = Clients.consumer(at)) {
      List<TopicPartition> partitions =
          Topics.allEvents().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      for (TopicPartition each : partitions) {
        count += ends.get(each) - begins.get(each);
        consumer.seek(each, Math.max(begins.get(each), ends.get(each) - NEWEST));
      }
      Headway headway = Headway.ofReading();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        headway.requireRead(
            partitions.stream().mapToLong(p -> ends.get(p) - consumer.position(p)).sum());
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          var event =
              admission
                  .admit(
                      codec.decode(record.value()),
                      Topics.source(record.topic()),
                      record.timestamp())
                  .event();
          if (event != null) {
            latest = Math.max(latest, retention.day(event.reportedAt()));
          }
        }
      }
    }
    return new Events(
        count,
        latest == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(latest)));
  }
}
