package io.hearthwatch.assistance;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is gathered until it is given away.
 *
 * @param <I> what comes
 * @param <O> what goes
 */
interface Gathering<I, O> {

  /**
   * Makes one for each subtask.
   *
   * @param <I> what comes
   * @param <O> what goes
   */
  @FunctionalInterface
  interface Maker<I, O> extends Serializable {
    Gathering<I, O> make();
  }

  default void open(MetricGroup metrics) {}

  void add(I some);

  /** Of how many cells something waits. */
  int cells();

  /** Gives all away and forgets it. */
  void giveAway(Consumer<O> to);
}
