package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.PolicyChange;
import io.hearthwatch.domain.policy.PolicyDifference;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says in words what a folder of policies changes. */
@Command(
    name = "diff",
    description = {
      "Says what policies change, from when and for whom, against what was published last or another folder.",
      "It compares what they mean: comments, order and entries that repeat what holds anyway are no",
      "difference. Ends as diff does: 0 without a difference, 1 with one, 2 where it cannot compare."
    },
    exitCodeOnExecutionException = 2)
final class PolicyDiffCommand implements Callable<Integer> {

  private static final int DIFFERENT = 1;

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder folder;
  @Mixin private StackOptions stack;
  @Mixin private AgainstPolicies against;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    PolicyBundle before =
        against
            .folder()
            .map(PolicyFolder::read)
            .orElseGet(() -> PublishedBundle.read(PublishedBundle.wire(stack.stack().addresses())));
    PolicyBundle after = folder.read();
    List<PolicyChange> changes = PolicyDifference.between(before, after);
    PrintWriter out = spec.commandLine().getOut();
    if (changes.isEmpty()) {
      out.println(same(before.version(), after.version()));
    } else {
      DifferenceText text = new DifferenceText(language, before, after);
      changes.forEach(change -> text.of(change).forEach(out::println));
    }
    out.flush();
    return changes.isEmpty() ? CommandLine.ExitCode.OK : DIFFERENT;
  }

  private String same(String before, String after) {
    return before.equals(after)
        ? language.of("没有差异，版本 %s。", "No difference: version %s.").formatted(after)
        : language
            .of(
                "含义没有差异；文件有出入（版本 %s 与 %s）。",
                "No difference in meaning; the files differ (%s and %s).")
            .formatted(before, after);
  }
}
