package io.hearthwatch.stack;

import java.time.Duration;
import java.util.List;

/**
 * One process of the stack: what starts it and how one sees that it works.
 *
 * @param name names its pid file, its logs and its line in {@code status}
 * @param address where it answers, for people
 * @param ports what must be free before it starts
 * @param preparation done right before each start
 * @param cleanUp takes away what the process may have left running; done after each stop and before
 *     each start
 * @param command what is started
 * @param supervised whether the command is {@code keep-running} and the working process is its
 *     child
 * @param probe whether it answers
 * @param stopGrace how long it may take to stop before it is killed
 */
record Part(
    String name,
    String address,
    List<PortClaim> ports,
    Preparation preparation,
    Preparation cleanUp,
    List<String> command,
    boolean supervised,
    Probe probe,
    Duration stopGrace) {

  /** Makes the ground for a start. Must do no harm when it was done before, or was interrupted. */
  @FunctionalInterface
  interface Preparation {
    Preparation NONE = () -> {};

    void run() throws Exception;
  }

  /** Returns when the part does its work; throws, with the reason, when it does not (yet). */
  @FunctionalInterface
  interface Probe {
    void check() throws Exception;
  }
}
