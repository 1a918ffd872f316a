package io.hearthwatch.bench;

import io.hearthwatch.io.flink.Metrics;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** How many events the running job has taken, by the metric that operators look at too. */
public final class EventsTaken implements MetricReporter, MetricReporterFactory {

  private static final Set<Counter> COUNTERS = ConcurrentHashMap.newKeySet();

  static void forget() {
    COUNTERS.clear();
  }

  static long count() {
    return COUNTERS.stream().mapToLong(Counter::getCount).sum();
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void open(MetricConfig config) {
    // nothing to open: everything happens in this JVM
  }

  @Override
  public void close() {
    // nothing to close
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (name.equals(Metrics.EVENTS) && metric instanceof Counter counter) {
      COUNTERS.add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // counted to the end: forget() clears before the next job
  }
}
