package io.hearthwatch.bench;

import java.util.Properties;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Metrics of a job that runs in this JVM: read where they are, and sent nowhere. */
abstract class OwnReporter implements MetricReporter, MetricReporterFactory {

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
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    // kept to the end: forget() clears before the next job
  }
}
