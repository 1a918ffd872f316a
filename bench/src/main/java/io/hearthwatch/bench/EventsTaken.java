package io.hearthwatch.bench;

import io.hearthwatch.io.flink.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/** How many events the running job has taken, by the metric that operators look at too. */
public final class EventsTaken extends OwnReporter {

  private static final Set<Counter> COUNTERS = ConcurrentHashMap.newKeySet();

  static void forget() {
    COUNTERS.clear();
  }

  static long count() {
    return COUNTERS.stream().mapToLong(Counter::getCount).sum();
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (name.equals(Metrics.EVENTS) && metric instanceof Counter counter) {
      COUNTERS.add(counter);
    }
  }
}
