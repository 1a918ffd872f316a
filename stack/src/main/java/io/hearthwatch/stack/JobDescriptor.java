package io.hearthwatch.stack;

import java.util.List;

/**
 * A job that the stack runs.
 *
 * @param name the name under which the job's main executes it; checkpoints are found by it
 * @param jar where the build puts its jar, from the tree's root
 * @param arguments the program's arguments, for the stack at hand
 */
public record JobDescriptor(
    String name, String jar, String entryClass, int parallelism, Arguments arguments) {

  /**
   * Makes a job's arguments from where the stack answers, how it treats time and when readers see
   * what it wrote.
   */
  @FunctionalInterface
  public interface Arguments {
    List<String> of(StackAddresses at, Mode mode, Delivery delivery);
  }
}
