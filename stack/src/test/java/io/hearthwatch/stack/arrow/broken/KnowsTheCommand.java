package io.hearthwatch.stack.arrow.broken;

import io.hearthwatch.cli.Hearthwatch;

/** The red twin: a stack that speaks to a person itself. */
public final class KnowsTheCommand {

  private KnowsTheCommand() {}

  /** What the module should not know. */
  public static Object foreign() {
    return Hearthwatch.class;
  }
}
