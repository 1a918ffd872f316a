package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(
    name = "list",
    description = {
      "Lists refused records that wait, the latest first. What they hold is not shown."
    })
final class DeadLettersListCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DETAIL_COLUMNS = 48;

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      defaultValue = "",
      description = "Only this reason, for instance garbage or too-old.")
  private String reason;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Only records of this topic.")
  private String topic;

  @Option(names = "--all", description = "Also those that were put back already.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "Show at most so many. Default: 50.")
  private int limit;

  @Option(names = "--json", description = "Lines of JSON with every field but key and payload.")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    LetterStore.Filter filter = new LetterStore.Filter(reason, topic, all);
    Database database = new Database(stack.stack().addresses().jdbcUrl());
    PrintWriter out = spec.commandLine().getOut();
    List<Letter> letters =
        database.ask(connection -> new LetterStore(connection).latest(filter, limit));
    if (json) {
      letters.forEach(letter -> out.println(line(letter)));
    } else {
      long total = database.ask(connection -> new LetterStore(connection).count(filter));
      print(letters, total, out);
    }
    out.flush();
    return 0;
  }

  private void print(List<Letter> letters, long total, PrintWriter out) {
    if (letters.isEmpty()) {
      out.println(language.of("没有符合条件的死信。", "No dead letter matches."));
      return;
    }
    Table table =
        new Table(
            language.of("拒收时间", "REFUSED"),
            language.of("原因", "REASON"),
            language.of("说明", "DETAIL"),
            language.of("字节", "BYTES"),
            language.of("重放时间", "REPLAYED"),
            language.of("编号", "ID"));
    for (Letter letter : letters) {
      table.row(
          AlertList.time(letter.refusedAt()),
          letter.reason(),
          DisplayWidth.cut(letter.detail(), DETAIL_COLUMNS),
          "%,d".formatted(letter.payloadBytes()),
          letter.replayedAt() == null ? "-" : AlertList.time(letter.replayedAt()),
          letter.id());
    }
    table.print(out);
    out.println();
    out.println(
        letters.size() == total
            ? language
                .of("共 %,d 件。", "%,d dead %s.")
                .formatted(total, total == 1 ? "letter" : "letters")
            : language
                .of(
                    "以上为前 %,d 件，共 %,d 件；用 --limit 显示更多。",
                    "The first %,d of %,d dead letters; --limit shows more.")
                .formatted(letters.size(), total));
  }

  private static String line(Letter letter) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", letter.id());
    node.put("reason", letter.reason());
    node.put("detail", letter.detail());
    node.put("topic", letter.topic());
    node.put("partition", letter.partition());
    node.put("offset", letter.offset());
    node.put("appendedAt", text(letter.appendedAt()));
    node.put("refusedAt", text(letter.refusedAt()));
    node.put("expiresAt", text(letter.expiresAt()));
    node.put("replayedAt", text(letter.replayedAt()));
    node.put("payloadBytes", letter.payloadBytes());
    return node.toString();
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
