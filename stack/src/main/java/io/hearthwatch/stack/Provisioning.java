package io.hearthwatch.stack;

/**
 * One step that {@code up} takes when every process is healthy: make topics, migrate tables, submit
 * jobs. Each step is taken at every {@code up}, so it must leave alone what is done already.
 */
public interface Provisioning {

  /** What it does, for the person who waits: "jobs submitted". */
  String title();

  /** Does it, or finds it done. */
  void run(StackAddresses at) throws Exception;
}
