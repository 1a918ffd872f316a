package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics that are missing, and refuses to go on where one has other partitions. */
public final class TopicCreation implements Provisioning {

  /** Within which a broker has heard of a topic that was made. */
  private static final Duration HEARD_OF = Duration.ofSeconds(30);

  private static final long POLL_MS = 100;

  private final short replicationFactor;

  /** For so many copies of the topics that it makes. */
  public TopicCreation(short replicationFactor) {
    this.replicationFactor = replicationFactor;
  }

  @Override
  public String title() {
    return "topics";
  }

  @Override
  public void run(StackAddresses at) throws Exception {
    try (Admin admin = Clients.admin(at)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing =
          Topics.all().stream()
              .filter(topic -> !there.contains(topic.name()))
              .map(
                  topic ->
                      new NewTopic(topic.name(), topic.partitions(), replicationFactor)
                          .configs(topic.config()))
              .toList();
      admin.createTopics(missing).all().get();
      check(admin);
    }
  }

  private static void check(Admin admin) throws Exception {
    Map<String, TopicDescription> there = describe(admin);
    for (Topics.Topic topic : Topics.all()) {
      int partitions = there.get(topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        throw new StackFailure(
            "Topic "
                + topic.name()
                + " has "
                + partitions
                + " partitions instead of "
                + topic.partitions()
                + "; keys would move: make it anew, or run with another --var.");
      }
    }
  }

  /**
   * The controller says that a topic is made before the broker has heard of it: what the broker
   * does not know is asked for again.
   */
  private static Map<String, TopicDescription> describe(Admin admin) throws Exception {
    List<String> names = Topics.all().stream().map(Topics.Topic::name).toList();
    Instant until = Instant.now().plus(HEARD_OF);
    while (true) {
      try {
        return admin.describeTopics(names).allTopicNames().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || Instant.now().isAfter(until)) {
          throw e;
        }
        Thread.sleep(POLL_MS);
      }
    }
  }
}
