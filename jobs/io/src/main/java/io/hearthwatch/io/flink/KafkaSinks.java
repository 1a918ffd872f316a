package io.hearthwatch.io.flink;

import io.hearthwatch.io.topic.Topics;
import java.time.Duration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The sinks of one job on the topics of a broker. */
public final class KafkaSinks {

  /**
   * How long a record waits for others of its partition. Each batch that is begun wakes the thread
   * that sends, which costs the task more than a step of the rules where a batch is one record.
   */
  private static final Duration TOGETHER = Duration.ofMillis(100);

  /** That of Kafka itself: a review has all households answer at once. */
  private static final Duration AT_ONCE = Duration.ofMillis(5);

  private static final int BATCH_BYTES = 64 * 1024;

  private final String broker;
  private final String job;
  private final Duration transactionTimeout;

  /**
   * For a job.
   *
   * @param broker host and port
   * @param job its name, which its transactions begin with
   * @param transactionTimeout after which the broker gives up a transaction that nobody ends
   */
  public KafkaSinks(String broker, String job, Duration transactionTimeout) {
    this.broker = broker;
    this.job = job;
    this.transactionTimeout = transactionTimeout;
  }

  /**
   * For records that somebody waits for. What is delivered exactly once is seen with the next
   * checkpoint and not before, so it may as well be sent together.
   */
  public KafkaSink<KafkaRecord> soon(String topic, DeliveryGuarantee guarantee) {
    return sink(topic, guarantee, guarantee == DeliveryGuarantee.EXACTLY_ONCE ? TOGETHER : AT_ONCE);
  }

  /** At least once, for records that nobody waits for. */
  public KafkaSink<KafkaRecord> later(String topic) {
    return sink(topic, DeliveryGuarantee.AT_LEAST_ONCE, TOGETHER);
  }

  private KafkaSink<KafkaRecord> sink(String topic, DeliveryGuarantee guarantee, Duration linger) {
    return KafkaSink.<KafkaRecord>builder()
        .setBootstrapServers(broker)
        .setRecordSerializer(new KafkaRecordWriter(topic))
        .setDeliveryGuarantee(guarantee)
        .setTransactionalIdPrefix(job + "-" + topic)
        .setProperty(
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            String.valueOf(transactionTimeout.toMillis()))
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, String.valueOf(linger.toMillis()))
        .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(BATCH_BYTES))
        .setProperty(
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(Topics.MAX_OUTPUT_BYTES))
        .build();
  }
}
