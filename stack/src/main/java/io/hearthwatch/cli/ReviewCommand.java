package io.hearthwatch.cli;

import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.broker.Inquirer;
import io.hearthwatch.stack.broker.TakenIn;
import io.hearthwatch.wire.HouseholdAnswer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Has every household evaluated as of a date, or looks at all of them without changing anything.
 */
@Command(
    name = "review",
    description = {
      "Has every household looked at as of a date, and waits until all have answered. Before that it waits",
      "until the job has taken in everything that was sent to it.",
      "Cases open, change and close by what is found. With --dump nothing changes: every household's",
      "indicators, hits with their evidence and what is not assessable are written as JSON lines."
    })
final class ReviewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = {
        "The date, such as 2023-12-31; with --dump also a past one within retention.",
        "Default: each household's own date."
      })
  private LocalDate asOf;

  @Option(
      names = "--dump",
      paramLabel = "FILE",
      description = "Change nothing and write the answers here, one JSON object a line.")
  private Path dump;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Give up when no answer comes for so long. Default: 120.")
  private int waitSeconds;

  @Override
  public Integer call() throws Exception {
    NotYet.refuseSlips(spec, "--as-of", asOf);
    if (dump == null) {
      NotYet.refuse(spec, "--as-of", asOf, Review.NEVER_GOES_BACK);
    }
    StackAddresses at = stack.stack().addresses();
    Duration patience = Duration.ofSeconds(waitSeconds);
    try (TakenIn job = new TakenIn(at, Jobs.HOUSEHOLD_RISK, patience)) {
      TakingIn.await(spec, job); // else a household would answer from what it has heard so far
      review(at, patience);
      if (dump == null) {
        job.settle(); // the one who reviews wants to see the alerts now
      }
    }
    return 0;
  }

  private void review(StackAddresses at, Duration patience) throws IOException {
    Review review = new Review(spec, new Inquirer(at, patience), asOf, Language.en);
    if (dump == null) {
      review.evaluate();
    } else {
      try (BufferedWriter file = Files.newBufferedWriter(dump)) {
        review.look(answer -> write(file, answer), dump);
      }
    }
  }

  private static void write(BufferedWriter file, HouseholdAnswer answer) {
    try {
      file.write(AnswerJson.line(answer));
      file.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
