package io.hearthwatch.cli;

import io.hearthwatch.stack.broker.AlertsWritten;
import io.hearthwatch.stack.broker.TakenIn;
import picocli.CommandLine.Model.CommandSpec;

/** Waits, with a bar, until the job has taken in what was sent. */
final class TakingIn {

  private TakingIn() {}

  static void await(CommandSpec spec, TakenIn job) throws InterruptedException {
    try (ProgressBar bar = new ProgressBar(spec, "records taken in")) {
      job.await(watcher(bar));
    }
  }

  /** Likewise, until the alerts that were said are in the tables. */
  static void await(CommandSpec spec, AlertsWritten written) throws InterruptedException {
    try (ProgressBar bar = new ProgressBar(spec, "alerts written")) {
      written.await(watcher(bar));
    }
  }

  /** Shows on a bar how much is left. */
  static TakenIn.Watcher watcher(ProgressBar bar) {
    long[] most = new long[1];
    return left -> {
      most[0] = Math.max(most[0], left);
      bar.show((int) (most[0] - left), (int) most[0]);
    };
  }
}
