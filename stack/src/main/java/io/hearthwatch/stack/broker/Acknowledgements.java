package io.hearthwatch.stack.broker;

import io.hearthwatch.wire.ControlAck;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the subtasks of one job said of bundles, in the order in which they said it. */
public final class Acknowledgements {

  private final String job;
  private final Map<Integer, ControlAck> newest = new TreeMap<>();
  private int parallelism;

  /** Of a job by its name; nobody has said anything yet. */
  public Acknowledgements(String job) {
    this.job = job;
  }

  /** Hears one more; those of other jobs are passed over. */
  public void add(ControlAck ack) {
    if (ack.getJob().equals(job)) {
      parallelism = ack.getParallelism(); // a job that was started with fewer has fewer to ask
      newest.put(ack.getSubtask(), ack);
    }
  }

  /** How many subtasks the job has, as the newest of them said; 0 before the first. */
  public int subtasks() {
    return parallelism;
  }

  /** How many subtasks work by a bundle. */
  public int taken(String version) {
    return (int) standing().stream().filter(ack -> ack.getBundleVersion().equals(version)).count();
  }

  /** Whether all subtasks work by it. */
  public boolean allTook(String version) {
    return parallelism > 0 && taken(version) == parallelism;
  }

  /** Why a bundle is refused; empty where nobody refuses it. */
  public Optional<String> refusal(String version) {
    return standing().stream()
        .filter(ack -> ack.getOfferedVersion().equals(version) && !ack.getProblem().isEmpty())
        .map(ControlAck::getProblem)
        .findFirst();
  }

  private Collection<ControlAck> standing() {
    return ((TreeMap<Integer, ControlAck>) newest).headMap(parallelism).values();
  }
}
