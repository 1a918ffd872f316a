package io.hearthwatch.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricGroup;

/**
 * How long each subtask of the running job has been busy: neither waiting for input nor for room in
 * its output. Where there are more threads than processors, waiting for a processor is busy too.
 */
public final class BusyTimes extends OwnReporter {

  /** Flink's name of what busyTimeMsPerSecond is the rate of. */
  private static final String BUSY_MS = "accumulateBusyTimeMs";

  private static final Map<Subtask, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

  /** One subtask of a chain of operators. */
  record Subtask(String chain, int index) {}

  /** Least and most of the subtasks of one chain, per cent. */
  record Spread(int least, int most) {
    @Override
    public String toString() {
      return least + " to " + most + " %";
    }
  }

  static void forget() {
    GAUGES.clear();
  }

  /** Busy so far, milliseconds. */
  static Map<Subtask, Double> sample() {
    Map<Subtask, Double> busyMs = new ConcurrentHashMap<>();
    GAUGES.forEach((of, gauge) -> busyMs.put(of, ((Number) gauge.getValue()).doubleValue()));
    return busyMs;
  }

  /** How busy the subtasks of each chain were between two samples. */
  static Map<String, Spread> between(
      Map<Subtask, Double> from, Map<Subtask, Double> to, double elapsedMs) {
    Map<String, Spread> spreads = new TreeMap<>();
    to.forEach(
        (subtask, busyMs) -> {
          double share = (busyMs - from.getOrDefault(subtask, 0.0)) / elapsedMs;
          int percent = (int) Math.max(0, Math.round(100 * share)); // Flink's clock has 1 ms
          spreads.merge(
              subtask.chain(),
              new Spread(percent, percent),
              (one, other) ->
                  new Spread(
                      Math.min(one.least(), other.least()), Math.max(one.most(), other.most())));
        });
    return spreads;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (name.equals(BUSY_MS) && metric instanceof Gauge<?> gauge) {
      Map<String, String> of = group.getAllVariables();
      int index = Integer.parseInt(of.get("<subtask_index>"));
      GAUGES.put(new Subtask(of.get("<task_name>"), index), gauge);
    }
  }
}
