package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Tick;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Ticks once a minute, so that deadlines pass when no department sends anything. */
public final class ClockMain {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private ClockMain() {}

  /**
   * Ticks until it is stopped.
   *
   * @param args bootstrap servers
   */
  public static void main(String[] args) throws InterruptedException {
    StackAddresses at = new StackAddresses(args[0], null, null);
    try (Producer<byte[], byte[]> producer = Clients.producer(at)) {
      while (!Thread.currentThread().isInterrupted()) {
        // A tick that the broker does not take is missed: the next one says the time as well.
        producer.send(
            new ProducerRecord<>(Topics.CLOCK, Tick.now()),
            (metadata, e) -> {
              if (e != null) {
                System.err.println(Instant.now() + " no tick: " + e.getMessage());
              }
            });
        Thread.sleep(EVERY.toMillis());
      }
    }
  }
}
