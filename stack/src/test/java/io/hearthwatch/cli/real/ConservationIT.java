package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hearthwatch.domain.household.Ledger;
import io.hearthwatch.domain.household.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing is lost: of what was sent, every good event is a line of its household, every bad record
 * a dead letter with the right reason, and both sides are counted. Policies that a person publishes
 * meanwhile stay when the stack is provided for and started again, and topics of a stack from
 * before get room for long records.
 */
class ConservationIT {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void aMixedDayAddsUp() throws Exception {
    addsUp(new MixedRecords(1, 300), 10_000, 0);
  }

  @Test
  @Tag("exhaustive")
  void aMixedMillionAddsUp() throws Exception {
    addsUp(new MixedRecords(2, 20_000), 1_000_000, 100);
  }

  /**
   * Sends and counts.
   *
   * @param tooMany how many more than its fill one household is sent; 0 for none at all
   */
  private void addsUp(MixedRecords records, int mixed, int tooMany) throws Exception {
    try (RunningStack stack = new RunningStack(folder.resolve("var"))) {
      try (Producer<byte[], byte[]> producer =
          new KafkaProducer<>(
              Map.of(
                  "bootstrap.servers",
                  stack.addresses().bootstrapServers(),
                  "compression.type",
                  "lz4",
                  "linger.ms",
                  5),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        for (int i = 0; i < mixed; i++) {
          producer.send(records.next());
        }
        if (tooMany > 0) {
          for (int i = 0; i < Ledger.MAX_LINES + tooMany; i++) {
            producer.send(records.oneMore("household-full", i < Ledger.MAX_LINES));
          }
        }
        producer.flush();
        assertThat(lines(stack)).isEqualTo(records.lines());
        // Red twin: one that was lost on the way is missed, until it comes.
        ProducerRecord<byte[], byte[]> lost = records.oneMore("household-of-one", true);
        assertThat(lines(stack)).isEqualTo(records.lines() - 1);
        producer.send(lost).get();
        assertThat(lines(stack)).isEqualTo(records.lines());
      }

      Map<String, Long> expected = new TreeMap<>();
      records.refused().forEach((refusal, count) -> expected.put(refusal.code(), count));
      assertThat(expected)
          .as("every reason that this source can give")
          .hasSize(Refusal.values().length - (tooMany > 0 ? 0 : 1));
      try (Connection database = DriverManager.getConnection(stack.addresses().jdbcUrl())) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(letters(database)).isEqualTo(expected));
      }
      TopicsOfBefore topics = new TopicsOfBefore(stack.addresses());
      PublishedByHand byHand = PublishedByHand.publish(stack, folder.resolve("policies"));
      assertThat(
              stack.command(
                  "provision",
                  "--bootstrap-servers=" + stack.addresses().bootstrapServers(),
                  "--jdbc-url=" + stack.addresses().jdbcUrl()))
          .contains("topics: ready", "tables: ready", "policies: published", "by Li, stay");
      topics.haveRoom();
      assertThat(stack.command("up", "--live", "--delivery=at-least-once"))
          .contains("run `hearthwatch review` once", "by Li, stay");
      assertThat(lines(stack)).as("after going live").isEqualTo(records.lines());
      byHand.stay(folder.resolve("dump.jsonl"));
    }
  }

  private long lines(RunningStack stack) throws IOException {
    Path dump = folder.resolve("dump.jsonl");
    stack.command("review", "--as-of=" + LocalDate.now(), "--dump=" + dump, "--wait=300");
    return Dump.read(dump).lineCount();
  }

  private static Map<String, Long> letters(Connection database) throws SQLException {
    Map<String, Long> letters = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT reason, count(*) FROM quarantine.dead_letter GROUP BY reason")) {
      while (rows.next()) {
        letters.put(rows.getString(1), rows.getLong(2));
      }
    }
    return letters;
  }
}
