package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.PolicyHistory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the bundles that were published. */
@Command(
    name = "history",
    description = {
      "Lists the policies that were published, the latest first: when, which version, by whom and why, how",
      "many files changed, and which jobs have taken or refused them. What jobs said is kept for 30 days."
    })
final class PolicyHistoryCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(names = "--json", description = "A line of JSON for each, with every field.")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    List<PolicyHistory.Entry> latestFirst = new ArrayList<>(read(stack.stack().addresses()));
    Collections.reverse(latestFirst);
    print(latestFirst, json, language, spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private static List<PolicyHistory.Entry> read(StackAddresses at) {
    try {
      return PolicyHistory.read(at);
    } catch (KafkaException e) {
      throw new StackFailure(
          "The broker does not say what was published: "
              + e.getMessage()
              + "; see `hearthwatch status`.",
          e);
    }
  }

  static void print(
      List<PolicyHistory.Entry> entries, boolean json, Language language, PrintWriter out) {
    if (json) {
      entries.forEach(entry -> out.println(line(entry)));
    } else if (entries.isEmpty()) {
      out.println(language.of("尚未发布任何政策。", "No policies were published yet."));
    } else {
      Table table =
          new Table(
              language.of("发布时间", "PUBLISHED"),
              language.of("版本", "VERSION"),
              language.of("签发人", "AUTHOR"),
              language.of("变动文件", "FILES"),
              language.of("生效情况", "TAKEN BY"),
              language.of("说明", "MESSAGE"));
      for (PolicyHistory.Entry entry : entries) {
        table.row(
            AlertList.time(entry.at()),
            entry.bundle().getVersion(),
            entry.bundle().getAuthor(),
            String.valueOf(entry.changedFiles()),
            answers(entry, language),
            entry.bundle().getMessage());
        entry.answers().stream()
            .filter(answer -> !answer.problem().isEmpty())
            .forEach(answer -> table.note(language.of("拒绝：", "refused: ") + answer.problem()));
      }
      table.print(out);
    }
    out.flush();
  }

  private static String answers(PolicyHistory.Entry entry, Language language) {
    if (entry.answers().isEmpty()) {
      return "-";
    }
    return entry.answers().stream()
        .map(
            answer ->
                language
                    .of("%s %d/%d", "%s %d of %d")
                    .formatted(answer.job(), answer.taken(), answer.subtasks()))
        .collect(Collectors.joining(language.of("、", ", ")));
  }

  private static String line(PolicyHistory.Entry entry) {
    ObjectNode node = JSON.createObjectNode();
    node.put("publishedAt", entry.at().toString());
    node.put("version", entry.bundle().getVersion());
    node.put("author", entry.bundle().getAuthor());
    node.put("message", entry.bundle().getMessage());
    node.put("files", entry.bundle().getFiles().size());
    node.put("changedFiles", entry.changedFiles());
    ArrayNode answers = node.putArray("answers");
    for (PolicyHistory.Answer answer : entry.answers()) {
      ObjectNode one = answers.addObject();
      one.put("job", answer.job());
      one.put("taken", answer.taken());
      one.put("subtasks", answer.subtasks());
      one.put("problem", answer.problem());
    }
    return node.toString();
  }
}
