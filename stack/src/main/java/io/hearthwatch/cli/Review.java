package io.hearthwatch.cli;

import io.hearthwatch.stack.broker.Inquirer;
import io.hearthwatch.wire.HouseholdAnswer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Asks every household that was ever heard of, with a bar, and says what came of it. */
final class Review {

  /** Why nobody is evaluated as of a day that has not come. */
  static final String NEVER_GOES_BACK =
      "a household forgets what is too old by then, and never goes back";

  private final CommandSpec spec;
  private final Inquirer inquirer;
  private final LocalDate asOf;

  /**
   * A review.
   *
   * @param asOf the date, or null for each household's own
   */
  Review(CommandSpec spec, Inquirer inquirer, LocalDate asOf) {
    this.spec = spec;
    this.inquirer = inquirer;
    this.asOf = asOf;
  }

  /** Has everybody evaluated: cases open, change and close. */
  void evaluate() {
    ask(true, answer -> {}, "Reviewed", "");
  }

  /** Looks at everybody and changes nothing. */
  void look(Consumer<HouseholdAnswer> each, Path file) {
    ask(false, each, "Looked at", " Written to " + file + "; nothing was changed.");
  }

  private void ask(boolean evaluate, Consumer<HouseholdAnswer> each, String done, String more) {
    Set<String> households = inquirer.allHouseholds();
    int[] hits = new int[1];
    int[] withHits = new int[1];
    long began = System.nanoTime();
    try (ProgressBar bar = new ProgressBar(spec, "households")) {
      inquirer.ask(
          households,
          asOf,
          evaluate,
          answer -> {
            hits[0] += answer.getHits().size();
            withHits[0] += answer.getHits().isEmpty() ? 0 : 1;
            each.accept(answer);
          },
          bar::show);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s as of %s: %,d households in %.1f s, %,d with hits, %,d hits.%s%n",
        done,
        asOf == null ? "its own date each" : asOf,
        households.size(),
        (System.nanoTime() - began) / 1e9,
        withHits[0],
        hits[0],
        more);
    out.flush();
  }
}
