package io.hearthwatch.stack;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory flags of Flink's JVMs. Flink's scripts calculate them from the same keys; without the
 * scripts the heap would be what Java thinks fit, and the configuration a wish.
 */
final class FlinkMemory {
  private static final Pattern SIZE = Pattern.compile("(\\d+) ?([kmg])b?");

  private FlinkMemory() {}

  static List<String> jobManagerFlags(FlinkConfig config) {
    return flags(
        mib(config, "jobmanager.memory.heap.size"),
        mib(config, "jobmanager.memory.off-heap.size"),
        mib(config, "jobmanager.memory.jvm-metaspace.size"));
  }

  static List<String> taskManagerFlags(FlinkConfig config) {
    return flags(
        mib(config, "taskmanager.memory.framework.heap.size")
            + mib(config, "taskmanager.memory.task.heap.size"),
        mib(config, "taskmanager.memory.framework.off-heap.size")
            + mib(config, "taskmanager.memory.task.off-heap.size")
            + mib(config, "taskmanager.memory.network.max"),
        mib(config, "taskmanager.memory.jvm-metaspace.size"));
  }

  private static List<String> flags(long heapMib, long directMib, long metaspaceMib) {
    return List.of(
        "-Xms" + heapMib + "m",
        "-Xmx" + heapMib + "m",
        "-XX:MaxDirectMemorySize=" + directMib + "m",
        "-XX:MaxMetaspaceSize=" + metaspaceMib + "m");
  }

  private static long mib(FlinkConfig config, String key) {
    try {
      return mib(config.get(key));
    } catch (IllegalArgumentException e) {
      throw new StackFailure(key + ": " + e.getMessage(), e);
    }
  }

  /** A size like {@code 1536m} or {@code 2g} in MiB. */
  static long mib(String size) {
    Matcher matcher = SIZE.matcher(size.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + size + "' is no memory size such as 512m or 2g.");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "k" -> number / 1024;
      case "m" -> number;
      default -> number * 1024;
    };
  }
}
