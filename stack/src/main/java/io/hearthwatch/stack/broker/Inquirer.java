package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.Inquiry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Asks the running job about households, and waits until all have answered. */
public final class Inquirer {

  /** No more questions are under way than this, so that answers are read as fast as they come. */
  private static final int MOST_UNDER_WAY = 20_000;

  private final StackAddresses at;
  private final Duration patience;
  private final SingleObject<Inquiry> inquiries = new SingleObject<>(Inquiry.class);
  private final SingleObject<HouseholdAnswer> answers = new SingleObject<>(HouseholdAnswer.class);

  /**
   * For one stack.
   *
   * @param patience how long no answer at all may come before it is given up
   */
  public Inquirer(StackAddresses at, Duration patience) {
    this.at = at;
    this.patience = patience;
  }

  /** How far a review has come. */
  public interface Watcher {
    void answered(int answered, int asked);
  }

  /** Ids of all households that were ever heard of. */
  public Set<String> allHouseholds() {
    Set<String> ids = new LinkedHashSet<>();
    try (TopicReader index = new TopicReader(at, Topics.HOUSEHOLD_INDEX)) {
      index.readAll(record -> ids.add(new String(record.key(), StandardCharsets.UTF_8)));
    }
    return ids;
  }

  /**
   * Asks all of these, as fast as they answer.
   *
   * @param asOf date as of which, or null for each household's own as-of date
   * @param evaluate whether the answers are acted on
   * @param each gets every answer, in the order in which they come
   */
  public void ask(
      Set<String> householdIds,
      LocalDate asOf,
      boolean evaluate,
      Consumer<HouseholdAnswer> each,
      Watcher watcher) {
    String requestId = UUID.randomUUID().toString();
    byte[] requestKey = requestId.getBytes(StandardCharsets.UTF_8);
    Set<String> waiting = new HashSet<>();
    try (TopicReader reader = new TopicReader(at, Topics.HOUSEHOLD_ANSWERS);
        Producer<byte[], byte[]> producer = Clients.producer(at)) {
      reader.skipToEnd();
      int answered = 0;
      Instant lastAnswer = Instant.now();
      var ids = householdIds.iterator();
      while (ids.hasNext() || !waiting.isEmpty()) {
        while (ids.hasNext() && waiting.size() < MOST_UNDER_WAY) {
          String id = ids.next();
          waiting.add(id);
          producer.send(
              new ProducerRecord<>(
                  Topics.INQUIRIES,
                  id.getBytes(StandardCharsets.UTF_8),
                  inquiries.encode(new Inquiry(requestId, id, asOf, evaluate))));
        }
        for (ConsumerRecord<byte[], byte[]> record : reader.poll()) {
          if (Arrays.equals(record.key(), requestKey)) {
            HouseholdAnswer answer = decode(record);
            if (waiting.remove(answer.getHouseholdId())) {
              answered++;
              each.accept(answer);
            }
            lastAnswer = Instant.now();
          }
        }
        watcher.answered(answered, householdIds.size());
        if (Instant.now().isAfter(lastAnswer.plus(patience))) {
          throw new StackFailure(
              waiting.size()
                  + " households have not answered for "
                  + patience.toSeconds()
                  + " s; is the job running? See `hearthwatch status`.");
        }
      }
    }
  }

  private HouseholdAnswer decode(ConsumerRecord<byte[], byte[]> record) {
    try {
      return answers.decode(record.value());
    } catch (IOException e) {
      throw new StackFailure("An answer cannot be read: " + e.getMessage());
    }
  }
}
