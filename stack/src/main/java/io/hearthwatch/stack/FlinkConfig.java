package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A Flink configuration: the explained file of {@code flink-conf}, and what the stack puts over it.
 */
public record FlinkConfig(Map<String, String> values) {

  public FlinkConfig {
    values = Map.copyOf(values);
  }

  /** Reads a {@code config.yaml}; nested keys are joined by dots, as Flink does. */
  public static FlinkConfig read(Path file) {
    try {
      Object tree =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      Map<String, String> flat = new LinkedHashMap<>();
      flatten("", tree, flat);
      return new FlinkConfig(flat);
    } catch (IOException e) {
      throw new StackFailure(file + " cannot be read; the tree is incomplete.", e);
    }
  }

  private static void flatten(String prefix, Object node, Map<String, String> into) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, into));
    } else if (node != null) {
      into.put(prefix, node.toString());
    }
  }

  /** This configuration with other values for some keys. */
  public FlinkConfig with(Map<String, String> over) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(over);
    return new FlinkConfig(all);
  }

  /** The value of a key that must be there. */
  public String get(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new StackFailure("flink-conf/embedded/config.yaml lacks " + key + ".");
    }
    return value;
  }

  /** The flags that every Flink JVM gets. */
  List<String> javaFlags() {
    return Arrays.asList(get("env.java.opts.all").strip().split("\\s+"));
  }

  /** Writes the file that the processes read, sorted, every value quoted. */
  void write(Path file) throws IOException {
    String lines =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "# Written by `hearthwatch up` from flink-conf/embedded/config.yaml, where each value is explained.\n"
            + lines);
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
