package io.hearthwatch.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.tables.TestAlerts;
import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.RiskAlert;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The consumer that docs/alerts.md shows to those who read the topic. */
class AlertConsumerTest {

  private static final TopicPartition PARTITION = new TopicPartition("risk.alerts", 0);

  @Test
  void keepsTheNewestOfEachCaseWhateverComesTwice() throws Exception {
    RiskAlert opened = TestAlerts.opened("h1");
    RiskAlert raised = TestAlerts.raised("h1");
    RiskAlert closed = TestAlerts.ended(raised, CaseTransition.CLOSED, TestAlerts.DAY.plusDays(20));
    RiskAlert other = TestAlerts.opened("h2");
    AlertConsumer alerts = new AlertConsumer();

    try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
      consumer.assign(List.of(PARTITION));
      consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
      long offset = 0;
      for (RiskAlert alert : List.of(opened, raised, closed, other, opened, raised)) {
        consumer.addRecord(
            new ConsumerRecord<>(
                "risk.alerts", 0, offset++, alert.getCaseId(), TestAlerts.bytes(alert)));
      }
      alerts.poll(consumer);
      alerts.poll(consumer);

      assertThat(consumer.committed(java.util.Set.of(PARTITION)).get(PARTITION).offset())
          .isEqualTo(6);
    }

    assertThat(alerts.newestByCase())
        .containsOnly(Map.entry("case-h1", closed), Map.entry("case-h2", other));
  }
}
