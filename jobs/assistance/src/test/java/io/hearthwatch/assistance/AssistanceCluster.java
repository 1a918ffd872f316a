package io.hearthwatch.assistance;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.reference.relief.ReliefRun;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on a cluster within the test. */
final class AssistanceCluster {

  static final int PARALLELISM = 2;

  private AssistanceCluster() {}

  static StreamExecutionEnvironment strict() {
    return StreamExecutionEnvironment.getExecutionEnvironment(strictConfiguration());
  }

  static void build(
      StreamExecutionEnvironment env, Source<HouseholdMessage, ?, ?> events, String run) {
    AssistanceJob.build(
        env,
        new AssistanceSources(events),
        new AssistanceSinks(
            statistics(run),
            new Collected(run + "/statements"),
            new Collected(run + "/dead-letters")),
        ReliefRun.LEVELS,
        ReliefRun.BOOKS,
        new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS),
        Optional.of(Duration.ofMillis(20)),
        true);
  }

  static Collected statistics(String run) {
    return new Collected(run + "/statistics");
  }

  /** Starts the job on RocksDB, from a savepoint where there is one. */
  static JobClient start(
      Source<HouseholdMessage, ?, ?> events, String run, Optional<String> savepoint)
      throws Exception {
    return start(PARALLELISM, events, run, savepoint, nothing -> {});
  }

  /**
   * Starts it so, or otherwise than it is.
   *
   * @param changed changes the job after it was built
   */
  static JobClient start(
      int parallelism,
      Source<HouseholdMessage, ?, ?> events,
      String run,
      Optional<String> savepoint,
      Consumer<StreamExecutionEnvironment> changed)
      throws Exception {
    Configuration configuration = strictConfiguration();
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    // A job that has read everything ends with its next checkpoint: the one that Flink takes at
    // once may come to nothing where tasks are not all running yet.
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(1));
    // All in files: what stands in the metadata names the place where it was written.
    configuration.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ZERO);
    configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
    savepoint.ifPresent(path -> configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, path));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(parallelism);
    build(env, events, run);
    changed.accept(env);
    return env.executeAsync();
  }

  private static Configuration strictConfiguration() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    return configuration;
  }
}
