package io.hearthwatch.stack.broker;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;

/** Makes the topics that are missing, and refuses to go on where one has other partitions. */
public final class TopicCreation implements Provisioning {

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
    Map<String, TopicDescription> there =
        admin
            .describeTopics(Topics.all().stream().map(Topics.Topic::name).toList())
            .allTopicNames()
            .get();
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
}
