package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the topics that are missing, gives those of before room for records as long as they may be
 * now, and refuses to go on where one has other partitions. How long a topic keeps its records is
 * not touched once it exists: somebody may have wanted it so.
 */
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
      makeRoom(admin, Topics.all().stream().filter(topic -> there.contains(topic.name())).toList());
    }
  }

  /** Raises the limit of the length of a record where it is lower than declared. */
  private static void makeRoom(Admin admin, List<Topics.Topic> topics) throws Exception {
    Map<ConfigResource, Config> now =
        admin.describeConfigs(topics.stream().map(TopicCreation::resource).toList()).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> raised = new HashMap<>();
    for (Topics.Topic topic : topics) {
      String declared = topic.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      String current = now.get(resource(topic)).get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
      if (declared != null && Long.parseLong(current) < Long.parseLong(declared)) {
        ConfigEntry entry = new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, declared);
        raised.put(resource(topic), List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET)));
      }
    }
    admin.incrementalAlterConfigs(raised).all().get();
  }

  private static ConfigResource resource(Topics.Topic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
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
