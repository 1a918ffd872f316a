package io.hearthwatch.cli;

import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.RecordReplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts dead letters back on their topics. */
@Command(
    name = "replay",
    description = {
      "Puts refused records back on their topic, as they are or repaired, and notes it. What is refused",
      "again comes back as a new dead letter. Records of one partition keep their order."
    })
final class DeadLettersReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "As `deadletters list` shows them: TOPIC/PARTITION/OFFSET.")
  private List<String> ids = List.of();

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "All that wait and were refused for this reason.")
  private String reason;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "",
      description = "With --reason: only records of this topic.")
  private String topic;

  @Option(names = "--as-is", description = "Unchanged, which is the default.")
  private boolean asIs;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Of one record: its repaired bytes, to be put on the topic instead.")
  private Path file;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    checkOptions();
    StackAddresses at = stack.stack().addresses();
    byte[] repaired = file == null ? null : repairedBytes();
    PrintWriter out = spec.commandLine().getOut();
    List<Letter> skipped = new ArrayList<>();
    long replayed =
        new Database(at.jdbcUrl())
            .ask(
                connection -> {
                  LetterStore store = new LetterStore(connection);
                  List<Letter> chosen = choose(store, skipped);
                  return dryRun ? tell(chosen, out) : replay(at, store, chosen, repaired);
                });
    for (Letter letter : skipped) {
      out.println(
          language
              .of("已跳过 %s：已于 %s 重放。", "Skipped %s: it was replayed at %s.")
              .formatted(letter.id(), AlertList.time(letter.replayedAt())));
    }
    out.println(count(replayed));
    out.flush();
    return 0;
  }

  private void checkOptions() {
    if ((reason == null) == ids.isEmpty()) {
      throw wrong("say which: either --reason or one or more ids");
    }
    if (file != null && asIs) {
      throw wrong("--as-is leaves a record unchanged and --file replaces it; choose one");
    }
    if (file != null && ids.size() != 1) {
      throw wrong("--file repairs one record; give exactly one id");
    }
    if (reason == null && !topic.isEmpty()) {
      throw wrong("--topic goes with --reason");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private byte[] repairedBytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StackFailure(file + " cannot be read: is it there, and may you read it?", e);
    }
  }

  private List<Letter> choose(LetterStore store, List<Letter> skipped) throws SQLException {
    if (reason != null) {
      return store.inOrder(new LetterStore.Filter(reason, topic, false), Integer.MAX_VALUE);
    }
    List<Letter> chosen = new ArrayList<>();
    for (String id : ids) {
      Letter letter = store.find(id).orElseThrow(() -> DeadLettersShowCommand.missing(id));
      (letter.replayedAt() == null ? chosen : skipped).add(letter);
    }
    return chosen;
  }

  private static long tell(List<Letter> letters, PrintWriter out) {
    letters.forEach(letter -> out.println(letter.id() + "  " + letter.reason()));
    return letters.size();
  }

  private static long replay(
      StackAddresses at, LetterStore store, List<Letter> letters, byte[] repaired)
      throws SQLException {
    if (letters.isEmpty()) {
      return 0;
    }
    try (RecordReplay replay = new RecordReplay(at)) {
      return new LetterReplay(store, replay).replay(letters, repaired);
    }
  }

  private String count(long letters) {
    if (dryRun) {
      return language
          .of("将重放 %,d 件死信。", "%,d dead %s would be replayed.")
          .formatted(letters, letters == 1 ? "letter" : "letters");
    }
    return language
        .of("已重放 %,d 件死信。", "%,d dead %s replayed.")
        .formatted(letters, letters == 1 ? "letter" : "letters");
  }
}
