package io.hearthwatch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One job, alone in a local cluster, from a savepoint to the next. */
final class JobRun {

  private static final int POLL_MS = 2;

  private final JobClient job;
  private final Path folder;

  private JobRun(JobClient job, Path folder) {
    this.job = job;
    this.folder = folder;
  }

  /**
   * What both jobs run with.
   *
   * @param folder where checkpoints and savepoints go
   * @param managed RocksDB's block cache and memtables, of all slots together
   */
  record Settings(
      Path folder, int parallelism, String backend, MemorySize managed, Duration checkpoints) {}

  /**
   * Starts a job.
   *
   * @param savepoint what it starts from, or null
   * @param owned whether the savepoint is this job's own, so that nothing is copied
   */
  static JobRun start(
      Settings settings,
      String savepoint,
      boolean owned,
      String name,
      Consumer<StreamExecutionEnvironment> wiring)
      throws Exception {
    Configuration configuration = configuration(settings);
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
      configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
      configuration.set(
          StateRecoveryOptions.RESTORE_MODE,
          owned ? RecoveryClaimMode.CLAIM : RecoveryClaimMode.NO_CLAIM);
    }
    EventsTaken.forget();
    BusyTimes.forget();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism(), configuration);
    wiring.accept(env);
    return new JobRun(env.executeAsync(name), settings.folder().resolve("savepoints"));
  }

  /** The keys and values of flink-conf/embedded/config.yaml, except for the memory. */
  private static Configuration configuration(Settings settings) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(5));
    configuration.set(StateBackendOptions.STATE_BACKEND, settings.backend());
    configuration.setString("state.backend.rocksdb.use-bloom-filter", "true");
    configuration.setString("state.backend.rocksdb.compression.per.level", "NO_COMPRESSION");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpoints());
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        settings.folder().resolve("checkpoints").toUri().toString());
    configuration.setString("execution.checkpointing.tolerable-failed-checkpoints", "10");
    configuration.setString("restart-strategy.type", "none");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, settings.managed());
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(192));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(192));
    configuration.setString("io.tmp.dirs", settings.folder().resolve("tmp").toString());
    configuration.setString("metrics.reporter.taken.factory.class", EventsTaken.class.getName());
    configuration.setString("metrics.reporter.busy.factory.class", BusyTimes.class.getName());
    return configuration;
  }

  /** Waits until the job has taken so many events; the instant at which it had, nanoseconds. */
  long await(long events) throws Exception {
    for (int polls = 0; EventsTaken.count() < events; polls++) {
      checkRunning(polls);
    }
    return System.nanoTime();
  }

  /** Processor time of this JVM, nanoseconds: both jobs run in it, the broker does not. */
  static long processorNs() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Throws where the job has failed; asks it once a second only. */
  void checkRunning(int polls) throws Exception {
    Thread.sleep(POLL_MS);
    if (polls % (1000 / POLL_MS) == 0) {
      JobStatus status = job.getJobStatus().get();
      if (status.isTerminalState()) {
        job.getJobExecutionResult().get();
        throw new IllegalStateException("the job is " + status);
      }
    }
  }

  /** Stops it; the savepoint from which it goes on. */
  String stop() throws Exception {
    String savepoint =
        job.stopWithSavepoint(false, folder.toUri().toString(), SavepointFormatType.NATIVE).get();
    job.getJobExecutionResult().get();
    return savepoint;
  }
}
