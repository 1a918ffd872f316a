package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of a stack that was made before jobs could write records of over 1 MiB: with the
 * broker's own limit, and kept for as long as somebody here wanted.
 */
final class TopicsOfBefore {

  private static final String SHORT = "1048588";
  private static final String KEPT = "123456789";

  private final StackAddresses at;

  /** Makes the topics so. */
  TopicsOfBefore(StackAddresses at) throws Exception {
    this.at = at;
    try (Admin admin = admin()) {
      admin
          .incrementalAlterConfigs(
              written().stream()
                  .collect(
                      Collectors.toMap(
                          name -> name,
                          name ->
                              List.of(
                                  set(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, SHORT),
                                  set(TopicConfig.RETENTION_MS_CONFIG, KEPT)))))
          .all()
          .get();
    }
  }

  /** They have room for the longest record now, and keep it for as long as before. */
  void haveRoom() throws Exception {
    try (Admin admin = admin()) {
      var configs = admin.describeConfigs(written()).all().get();
      assertThat(configs.values())
          .allSatisfy(
              config -> {
                String bytes = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
                assertThat(Long.parseLong(bytes)).isGreaterThan(Topics.MAX_OUTPUT_BYTES);
                assertThat(config.get(TopicConfig.RETENTION_MS_CONFIG).value()).isEqualTo(KEPT);
              });
    }
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            at.bootstrapServers(),
            "max.request.size",
            2 * Topics.MAX_OUTPUT_BYTES);
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      // Where nobody looks for what nobody asked for.
      byte[] longest = new byte[Topics.MAX_OUTPUT_BYTES];
      producer
          .send(new ProducerRecord<>(Topics.HOUSEHOLD_ANSWERS, longest))
          .get(1, TimeUnit.MINUTES);
    }
  }

  private static List<ConfigResource> written() {
    return List.of(
        new ConfigResource(ConfigResource.Type.TOPIC, Topics.RISK_ALERTS),
        new ConfigResource(ConfigResource.Type.TOPIC, Topics.HOUSEHOLD_ANSWERS));
  }

  private static AlterConfigOp set(String name, String value) {
    return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", at.bootstrapServers()));
  }
}
