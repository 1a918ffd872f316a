package io.hearthwatch.stack.arrow.broken;

import org.apache.flink.configuration.Configuration;

/** The red twin: a stack with Flink on its own class path. */
public final class KnowsFlink {

  private KnowsFlink() {}

  /** What the module should not know. */
  public static Object foreign() {
    return new Configuration();
  }
}
