package io.hearthwatch.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A job that reads what is there and ends by itself, beside the jobs that live in the cluster. It
 * is cancelled when whoever waits for it goes away, by an error or by Ctrl-C.
 */
public final class BoundedJob implements AutoCloseable {

  private static final long POLL_MS = 250;

  /** How long a submission that is under way as the exit begins may take to say its id. */
  private static final long SUBMISSION_SECONDS = 60;

  private final FlinkRest rest;
  private final String name;
  private final CompletableFuture<String> submitted = new CompletableFuture<>();
  private final Thread cancelAtExit = new Thread(this::cancelQuietly);
  private volatile boolean ended;

  /**
   * What is to be run.
   *
   * @param name for messages
   * @param jar where the build puts it, from the tree's root
   * @param parallelism how many slots it takes
   */
  public record Request(
      String name, String jar, String entryClass, List<String> arguments, int parallelism) {}

  private BoundedJob(FlinkRest rest, String name) {
    this.rest = rest;
    this.name = name;
    Runtime.getRuntime().addShutdownHook(cancelAtExit);
  }

  /** Starts it; fails with what to do where there is no room. */
  public static BoundedJob start(Home home, StackAddresses at, Request request) {
    Path jar = home.file(request.jar());
    if (Files.notExists(jar)) {
      throw new StackFailure("The job jar " + jar + " is missing; run `mvn package`.");
    }
    FlinkRest rest = new FlinkRest(at.flinkRest());
    try {
      requireAlone(rest, request);
      requireSlots(rest, request);
      BoundedJob job = new BoundedJob(rest, request.name());
      job.submit(jar, request);
      return job;
    } catch (FlinkHttp.Refused e) {
      throw new StackFailure(
          "The job " + request.name() + " could not be started: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new StackFailure(
          "Flink does not answer at " + at.flinkRest() + "; see `hearthwatch status`.", e);
    }
  }

  /** A slot that one leaves between its parts would seem free, and a live job may need it. */
  private static void requireAlone(FlinkRest rest, Request request) throws IOException {
    if (rest.jobs().stream()
        .anyMatch(job -> job.name().equals(request.name()) && !job.hasEnded())) {
      throw new StackFailure(
          "A job " + request.name() + " runs already; ask again when it has ended.");
    }
  }

  private static void requireSlots(FlinkRest rest, Request request) throws IOException {
    int free = rest.freeSlots();
    if (free < request.parallelism()) {
      throw new StackFailure(
          "The cluster has %d free slots and %s needs %d; wait for another one to end, or raise"
                  .formatted(free, request.name(), request.parallelism())
              + " taskmanager.numberOfTaskSlots.");
    }
  }

  private void submit(Path jar, Request request) throws IOException {
    try {
      String jarId = rest.upload(jar);
      try {
        submitted.complete(
            rest.run(
                jarId,
                new FlinkRest.Run(
                    request.entryClass(),
                    request.arguments(),
                    request.parallelism(),
                    Optional.empty(),
                    Map.of())));
      } finally {
        rest.deleteJar(jarId); // the job has its own copy by now
      }
    } catch (IOException e) {
      submitted.completeExceptionally(e);
      close();
      throw e;
    }
  }

  /** Hears, a few times a second, that it goes on. */
  @FunctionalInterface
  public interface Watcher {
    void goesOn() throws IOException;
  }

  /** Waits until it has ended; fails with the reason where it did not finish. */
  public void await(Watcher watcher) throws InterruptedException {
    try {
      String id = submitted.join();
      String state = state(id);
      while (!new FlinkJob(id, name, state, null).hasEnded()) {
        watcher.goesOn();
        Thread.sleep(POLL_MS);
        state = state(id);
      }
      ended = true;
      if (!state.equals("FINISHED")) {
        throw new StackFailure(
            "The job %s has %s: %s; see the log of the jobmanager and ask again."
                .formatted(
                    name,
                    state.equals("CANCELED") ? "been cancelled" : "failed",
                    rest.lastFailure(id).orElse("no failure is recorded")));
      }
    } catch (IOException e) {
      throw new StackFailure("Flink does not answer any more; see `hearthwatch status`.", e);
    }
  }

  /** How many records a part of it has read so far, by the name of its first operator. */
  public long read(String vertex) throws IOException {
    return rest.recordsRead(submitted.join(), vertex);
  }

  private String state(String id) throws IOException {
    return rest.jobs().stream()
        .filter(job -> job.id().equals(id))
        .map(FlinkJob::state)
        .findFirst()
        .orElse("CANCELED"); // the JobManager was started again and knows nothing of it
  }

  @Override
  public void close() {
    if (!ended) {
      cancelQuietly();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(cancelAtExit);
    } catch (IllegalStateException e) {
      // The exit has begun: it cancels.
    }
  }

  private void cancelQuietly() {
    if (ended) {
      return;
    }
    try {
      // At the exit it may be on its way to the cluster, which would run it for nobody.
      rest.cancel(submitted.get(SUBMISSION_SECONDS, TimeUnit.SECONDS));
    } catch (IOException | ExecutionException | TimeoutException e) {
      // It has ended, or was never started, or Flink has ended: either way nothing goes on.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
