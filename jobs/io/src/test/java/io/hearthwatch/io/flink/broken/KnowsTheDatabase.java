package io.hearthwatch.io.flink.broken;

import org.postgresql.util.PGobject;

/** The red twin: a reader of topics that knows the database. */
public final class KnowsTheDatabase {

  private KnowsTheDatabase() {}

  /** What the module should not know. */
  public static Object foreign() {
    return new PGobject();
  }
}
