package io.hearthwatch.io.flink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Reads the arguments of a job and gathers what is wrong with them, to be said all together. */
public final class OptionReader {

  private final Configuration configuration;
  private final List<String> problems = new ArrayList<>();

  /**
   * Over what a job was given.
   *
   * @param known all options that it has
   */
  public OptionReader(Map<String, String> arguments, List<ConfigOption<?>> known) {
    configuration = Configuration.fromMap(arguments);
    for (String key : arguments.keySet()) {
      if (known.stream().noneMatch(option -> option.key().equals(key))) {
        problems.add("--" + key + " is no option");
      }
    }
  }

  /** The value of an option as something; null where that is wrong. */
  public <T, R> R get(ConfigOption<T> option, Function<T, R> as) {
    try {
      return as.apply(configuration.get(option));
    } catch (RuntimeException e) {
      problems.add("--" + option.key() + ": " + e.getMessage());
      return null;
    }
  }

  /** Throws IllegalArgumentException that names everything that was wrong. */
  public void check() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
