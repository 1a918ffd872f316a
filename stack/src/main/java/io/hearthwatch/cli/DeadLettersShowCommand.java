package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter. */
@Command(
    name = "show",
    description = {
      "Shows one refused record: why, where from, what of it can be read, and its first bytes.",
      "It may hold personal data."
    })
final class DeadLettersShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Parameters(
      paramLabel = "ID",
      description = "As `deadletters list` shows it: TOPIC/PARTITION/OFFSET.")
  private String id;

  @Option(
      names = "--bytes",
      paramLabel = "N",
      defaultValue = "512",
      description = "Show at most so many bytes. Default: 512.")
  private int bytes;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    new Database(stack.stack().addresses().jdbcUrl())
        .ask(
            connection -> {
              LetterStore store = new LetterStore(connection);
              Letter letter = store.find(id).orElseThrow(() -> missing(id));
              new LetterPage(language).print(letter, store.bytes(id), bytes, out);
              return null;
            });
    out.flush();
    return 0;
  }

  static StackFailure missing(String id) {
    return new StackFailure(
        "There is no dead letter " + id + "; `hearthwatch deadletters list --all` lists them.");
  }
}
