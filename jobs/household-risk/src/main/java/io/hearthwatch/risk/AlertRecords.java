package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.CaseChange;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.alert.RiskAlerts;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Metrics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Changes of cases as records of risk.alerts, under the id of the case, and how many there were.
 */
final class AlertRecords {

  private final RiskAlerts codec = new RiskAlerts();
  private final Counter caseChanges;

  AlertRecords(MetricGroup metrics) {
    caseChanges = metrics.counter(Metrics.CASE_CHANGES);
  }

  KafkaRecord of(CaseChange change, PolicyBundle bundle) {
    caseChanges.inc();
    return new KafkaRecord(
        change.caseId().getBytes(StandardCharsets.UTF_8), codec.encode(change, bundle));
  }
}
