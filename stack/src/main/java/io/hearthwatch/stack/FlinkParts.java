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
    over.put("io.tmp.dirs", dirs.flink().resolve("tmp").toString());
    over.put("web.upload.dir", dirs.flink().resolve("upload").toString());
    over.put("state.backend.rocksdb.localdir", dirs.flink().resolve("rocksdb").toString());
    over.put("execution.checkpointing.dir", dirs.flink().resolve("checkpoints").toUri().toString());
    over.put(
        "execution.checkpointing.savepoint-dir",
        dirs.flink().resolve("savepoints").toUri().toString());
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
        this::writeConfig,
        Part.Preparation.NONE,
        java(
                JOB_MANAGER,
                FlinkMemory.jobManagerFlags(config),
                RUNTIME + "entrypoint.StandaloneSessionClusterEntrypoint")
            .with("--configDir", configDir.toString()),
        false,
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
            .with("--configDir", configDir.toString(), "-Dtaskmanager.resource-id=" + name));
    return new Part(
        name,
        "",
        List.of(),
        this::writeConfig,
        Part.Preparation.NONE,
        command,
        true,
        () -> rest().requireTaskManager(name),
        Duration.ofSeconds(20));
  }

  private synchronized void writeConfig() throws IOException {
    config.write(configDir.resolve("config.yaml"));
    for (String folder : new String[] {"tmp", "upload", "rocksdb", "checkpoints", "savepoints"}) {
      Files.createDirectories(dirs.flink().resolve(folder));
    }
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
