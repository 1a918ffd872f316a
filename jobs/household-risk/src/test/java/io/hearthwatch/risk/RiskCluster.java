package io.hearthwatch.risk;

import io.hearthwatch.io.flink.Metrics;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;

/** The job on a cluster within the test, and how far it has come. */
final class RiskCluster {

  static final int PARALLELISM = 2;

  private final InMemoryReporter metrics = InMemoryReporter.createWithRetainedMetrics();

  MiniClusterExtension extension() {
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(PARALLELISM)
            .setConfiguration(metrics.addToConfiguration(new Configuration()))
            .build());
  }

  /** Starts the job, without a clock, from a savepoint where there is one. */
  JobClient start(
      int parallelism,
      RiskSources sources,
      RiskSinks sinks,
      Optional<String> savepoint,
      boolean eventHomes)
      throws Exception {
    return start(parallelism, sources, sinks, Optional.empty(), savepoint, eventHomes);
  }

  /** Starts the job with a clock, if there is one. */
  JobClient start(
      int parallelism,
      RiskSources sources,
      RiskSinks sinks,
      Optional<Source<Long, ?, ?>> clock,
      Optional<String> savepoint,
      boolean eventHomes)
      throws Exception {
    Configuration configuration = strict();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    // Exactly once; a checkpoint that a stop cuts off logs an error of Flink's own. A job that has
    // read everything ends with its next checkpoint: the one that Flink takes at once may come to
    // nothing where tasks are not all running yet.
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    // All in files: what stands in the metadata names the place where it was written.
    configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ZERO);
    configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
    savepoint.ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    HouseholdRiskJob.build(
        env,
        sources,
        sinks,
        clock.map(ticks -> new RiskClock(ticks, DeadlineTimers.AT_THE_BEGINNING)),
        RiskFixtures.RETENTION,
        eventHomes);
    return env.executeAsync();
  }

  /** Every operator has its uid, every type its serializer: as flink-conf wants it. */
  static Configuration strict() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return configuration;
  }

  /** Events that households have been told. */
  long eventsTaken(JobClient job) {
    return counted(job, Metrics.EVENTS);
  }

  /** All that households have been told and asked, and what was said to all of them. */
  long recordsTaken(JobClient job) {
    return counted(job, "numRecordsIn");
  }

  /** Bundles that subtasks have refused. */
  long refusedBundles(JobClient job) {
    return counted(job, Metrics.REFUSED_BUNDLES);
  }

  private long counted(JobClient job, String metric) {
    return metrics.findOperatorMetricGroups(job.getJobID(), "household risk").stream()
        .map(group -> metrics.getMetricsByGroup(group).get(metric))
        .filter(Objects::nonNull) // not yet opened
        .mapToLong(counter -> ((Counter) counter).getCount())
        .sum();
  }
}
