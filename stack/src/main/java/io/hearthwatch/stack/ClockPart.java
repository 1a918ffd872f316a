package io.hearthwatch.stack;

import java.time.Duration;
import java.util.List;

/** The clock of live operation: a small process that ticks into its topic. */
final class ClockPart {
  static final String NAME = "clock";

  private ClockPart() {}

  static Part of(Home home, StackDirs dirs, StackSettings settings) {
    Part.Probe aliveIsEnough = () -> {};
    return new Part(
        NAME,
        "",
        List.of(),
        Part.Preparation.NONE,
        Part.Preparation.NONE,
        JavaCommand.of(
                home,
                dirs,
                NAME,
                home.file("stack/target/hearthwatch-stack.jar").toString(),
                List.of("-Xms8m", "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                "io.hearthwatch.stack.broker.ClockMain")
            .with(settings.addresses().bootstrapServers()),
        false,
        aliveIsEnough,
        aliveIsEnough,
        Duration.ofSeconds(10));
  }
}
