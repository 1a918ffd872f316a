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
  private final Language language;

  /**
   * A review.
   *
   * @param asOf the date, or null for each household's own
   * @param language in which it says what came of it
   */
  Review(CommandSpec spec, Inquirer inquirer, LocalDate asOf, Language language) {
    this.spec = spec;
    this.inquirer = inquirer;
    this.asOf = asOf;
    this.language = language;
  }

  /** Has everybody evaluated: cases open, change and close. */
  void evaluate() {
    ask(true, answer -> {}, language.of("已评估", "Reviewed"), "");
  }

  /** Looks at everybody and changes nothing. */
  void look(Consumer<HouseholdAnswer> each, Path file) {
    ask(
        false,
        each,
        language.of("已查看", "Looked at"),
        language.of("已写入 %s；未作任何改变。", " Written to %s; nothing was changed.").formatted(file));
  }

  private void ask(boolean evaluate, Consumer<HouseholdAnswer> each, String done, String more) {
    Set<String> households = inquirer.allHouseholds();
    int[] hits = new int[1];
    int[] withHits = new int[1];
    long began = System.nanoTime();
    try (ProgressBar bar = new ProgressBar(spec, language.of("户", "households"))) {
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
        language.of(
            "%s（%s）：%,d 户，用时 %.1f 秒，其中 %,d 户有命中，共 %,d 条命中。%s%n",
            "%s as of %s: %,d households in %.1f s, %,d with hits, %,d hits.%s%n"),
        done,
        asOf == null ? language.of("各户截止日", "its own date each") : asOf,
        households.size(),
        (System.nanoTime() - began) / 1e9,
        withHits[0],
        hits[0],
        more);
    out.flush();
  }
}
