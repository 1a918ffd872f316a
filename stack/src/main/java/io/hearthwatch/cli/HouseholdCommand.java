package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.Inquirer;
import io.hearthwatch.wire.CaseView;
import io.hearthwatch.wire.HouseholdAnswer;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the running job about one household. */
@Command(
    name = "household",
    description = {
      "Asks the running job about one household and shows what it knows: who lives there, the money of the",
      "last months, which rules are true of it and why, what cannot be assessed, and how its case came about.",
      "Nothing is changed by looking."
    })
final class HouseholdCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Parameters(paramLabel = "ID", description = "Pseudonymous id of the household.")
  private String id;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Look at it as of this date. Default: the date of which it was last looked at.")
  private LocalDate asOf;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Option(names = "--json", description = "As one JSON object, with every field.")
  private boolean json;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Give up when there is no answer for so long. Default: 30.")
  private int waitSeconds;

  @Override
  public Integer call() {
    NotYet.refuseSlips(spec, "--as-of", asOf);
    PrintWriter out = spec.commandLine().getOut();
    new Inquirer(stack.stack().addresses(), Duration.ofSeconds(waitSeconds))
        .ask(Set.of(id), asOf, false, answer -> show(answer, out), (answered, asked) -> {});
    out.flush();
    return 0;
  }

  /** From the tables: the job itself remembers how a case stands, not how it came to that. */
  private Optional<List<SaidChange>> history(CaseView lastCase) {
    if (lastCase == null) {
      return Optional.empty();
    }
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    try {
      return Optional.of(
          database.ask(connection -> new AlertStore(connection).history(lastCase.getCaseId())));
    } catch (StackFailure e) {
      return Optional.empty(); // The page says so; the rest of it does not need them.
    }
  }

  private void show(HouseholdAnswer answer, PrintWriter out) {
    if (!answer.getKnown()) {
      throw new StackFailure(
          "Nothing was ever heard of household " + id + "; is the id right, is the import done?");
    }
    if (json) {
      out.println(AnswerJson.line(answer));
    } else {
      new HouseholdPage(language).print(answer, history(answer.getLastCase()), out);
    }
  }
}
