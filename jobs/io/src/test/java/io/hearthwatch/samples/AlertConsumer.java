package io.hearthwatch.samples;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;

/** Knows every case as it was last said. */
public final class AlertConsumer {

  private final SingleObject<RiskAlert> codec = new SingleObject<>(RiskAlert.class);

  // Both belong into your database, written in one transaction with what you do about an alert.
  private final Set<String> seenChanges = new HashSet<>();
  private final Map<String, RiskAlert> newestByCase = new HashMap<>();

  /** Takes what has come. The consumer reads risk.alerts with isolation.level=read_committed. */
  public void poll(Consumer<String, byte[]> consumer) throws IOException {
    for (var record : consumer.poll(Duration.ofSeconds(1))) {
      RiskAlert alert = codec.decode(record.value());
      if (seenChanges.add(alert.getChangeId())) { // a repeat is dropped here
        newestByCase.merge(
            alert.getCaseId(), alert, (a, b) -> a.getSequence() > b.getSequence() ? a : b);
      }
    }
    consumer.commitSync(); // only now: what was not finished comes again
  }

  public Map<String, RiskAlert> newestByCase() {
    return newestByCase;
  }
}
