package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Flink's processes: one JobManager and any number of TaskManagers, which come back by themselves.
 */
final class FlinkParts {
  static final String JOB_MANAGER = "jobmanager";
  static final String TASK_MANAGER = "taskmanager-";
  private static final String RUNTIME = "org.apache.flink.runtime.";

  private final Home home;
  private final StackDirs dirs;
  private final StackSettings settings;
  private final FlinkConfig config;
  private final Path configDir;
  private final String classPath;

  FlinkParts(Home home, StackDirs dirs, StackSettings settings) {
    this.home = home;
    this.dirs = dirs;
    this.settings = settings;
    this.config = config(home, dirs, settings);
    this.configDir = dirs.run().resolve("flink");
    this.classPath = home.classPath("flink");
  }

  /** The explained file, with this stack's ports, folders and options over it. */
  static FlinkConfig config(Home home, StackDirs dirs, StackSettings settings) {
    Map<String, String> over = new HashMap<>();
    over.put("jobmanager.rpc.port", Integer.toString(settings.flinkRpcPort()));
    over.put("rest.port", Integer.toString(settings.flinkPort()));
    over.put("web.upload.dir", dirs.flink().resolve("upload").toString());
    over.put("execution.checkpointing.dir", FlinkPath.of(dirs.flink().resolve("checkpoints")));
    over.put(
        "execution.checkpointing.savepoint-dir", FlinkPath.of(dirs.flink().resolve("savepoints")));
    settings
        .slots()
        .ifPresent(slots -> over.put("taskmanager.numberOfTaskSlots", Integer.toString(slots)));
    settings.taskHeap().ifPresent(size -> over.put("taskmanager.memory.task.heap.size", size));
    settings.managedMemory().ifPresent(size -> over.put("taskmanager.memory.managed.size", size));
    return FlinkConfig.read(home.file("flink-conf/embedded/config.yaml")).with(over);
  }

  Part jobManager() {
    return new Part(
        JOB_MANAGER,
        settings.addresses().flinkRest().toString(),
        List.of(
            new PortClaim(settings.flinkPort(), "Flink's web UI and REST", "--flink-port"),
            new PortClaim(
                settings.flinkRpcPort(),
                "Flink's JobManager, always the web UI's port + 1",
                "--flink-port")),
        () -> prepare(JOB_MANAGER),
        () -> deleteScratch(JOB_MANAGER),
        java(
                JOB_MANAGER,
                jobManagerFlags(),
                RUNTIME + "entrypoint.StandaloneSessionClusterEntrypoint")
            .with("--configDir", configDir.toString(), scratch(JOB_MANAGER)),
        false,
        () -> rest().overview(),
        () -> rest().overview(),
        Duration.ofSeconds(20));
  }

  List<Part> taskManagers() {
    return IntStream.rangeClosed(1, settings.taskManagers()).mapToObj(this::taskManager).toList();
  }

  private Part taskManager(int number) {
    String name = TASK_MANAGER + number;
    List<String> command = new ArrayList<>();
    command.add(home.file("stack/bin/keep-running").toString());
    command.add(PartProcess.childPidFile(dirs, name).file().toString());
    command.addAll(
        java(name, FlinkMemory.taskManagerFlags(config), RUNTIME + "taskexecutor.TaskManagerRunner")
            // The same id each time: one that comes back tells the JobManager at once that the
            // former is dead.
            .with(
                "--configDir",
                configDir.toString(),
                "-Dtaskmanager.resource-id=" + name,
                scratch(name)));
    return new Part(
        name,
        "",
        List.of(),
        () -> prepare(name),
        () -> deleteScratch(name),
        command,
        true,
        () -> requireRegistered(name),
        () -> requireRegistered(name),
        Duration.ofSeconds(20));
  }

  /**
   * It coordinates and never computes: without the second compiler it starts sooner and is no
   * slower.
   */
  private List<String> jobManagerFlags() {
    List<String> flags = new ArrayList<>(FlinkMemory.jobManagerFlags(config));
    flags.add("-XX:TieredStopAtLevel=1");
    return flags;
  }

  private synchronized void prepare(String name) throws IOException {
    config.write(configDir.resolve("config.yaml"));
    Files.createDirectories(scratchFolder(name));
    for (String folder : new String[] {"upload", "checkpoints", "savepoints"}) {
      Files.createDirectories(dirs.flink().resolve(folder));
    }
  }

  private void requireRegistered(String name) throws IOException {
    PidFile child = PartProcess.childPidFile(dirs, name);
    rest().requireTaskManager(name, Files.getLastModifiedTime(child.file()).toInstant());
  }

  /**
   * Temporary files and RocksDB's working files; each process has its own, so that they can go with
   * it.
   */
  private String scratch(String name) {
    return "-Dio.tmp.dirs=" + scratchFolder(name);
  }

  private Path scratchFolder(String name) {
    return dirs.flink().resolve("tmp").resolve(name);
  }

  private void deleteScratch(String name) throws IOException {
    Folders.delete(scratchFolder(name));
  }

  private JavaCommand java(String name, List<String> memory, String main) {
    List<String> flags = new ArrayList<>(memory);
    flags.addAll(config.javaFlags());
    return JavaCommand.of(home, dirs, name, classPath, flags, main);
  }

  private FlinkRest rest() {
    return new FlinkRest(settings.addresses().flinkRest());
  }
}
