package io.hearthwatch.io.contract.broken;

import org.apache.flink.configuration.Configuration;

/** The red twin: a codec that cannot be used without Flink. */
public final class KnowsFlink {

  private KnowsFlink() {}

  /** What the module should not know. */
  public static Object foreign() {
    return new Configuration();
  }
}
