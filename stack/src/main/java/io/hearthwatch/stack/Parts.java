package io.hearthwatch.stack;

import java.util.ArrayList;
import java.util.List;

/** All parts of a stack, in the order in which people think of them. */
final class Parts {
  private Parts() {}

  static List<Part> of(Home home, StackDirs dirs, StackSettings settings) {
    FlinkParts flink = new FlinkParts(home, dirs, settings);
    List<Part> parts = new ArrayList<>();
    parts.add(BrokerPart.of(home, dirs, settings));
    parts.add(PostgresPart.of(home, dirs, settings));
    parts.add(flink.jobManager());
    parts.addAll(flink.taskManagers());
    // In replay too, where nobody reads it: so that a stack can go live while it runs.
    if (settings.mode() != Mode.SIMULATED) {
      parts.add(ClockPart.of(home, dirs, settings));
    }
    return List.copyOf(parts);
  }
}
