package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.stack.StackFailure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one rule. */
@Command(
    name = "explain",
    description = {
      "Explains a rule: what it is asked of, when it fires with the limits of a region and date put in and",
      "where these come from, how urgent it is, whom it goes to, what clears it, which events it reads."
    })
final class PolicyExplainCommand implements Callable<Integer> {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder folder;
  @Mixin private StackOptions stack;

  @Parameters(paramLabel = "RULE", description = "Its id, such as M04.")
  private String id;

  @Option(
      names = "--region",
      paramLabel = "CODE",
      defaultValue = "",
      description = "Whose limits, at any level, such as 44 or 360823. Default: the nation's.")
  private String region;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "On which date, such as 2023-12-31. Default: today.")
  private LocalDate on;

  @Option(
      names = "--published",
      description =
          "As it was published last to the running stack, not as it stands in the folder.")
  private boolean published;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    PolicyBundle bundle =
        published
            ? PublishedBundle.read(PublishedBundle.wire(stack.stack().addresses()))
            : folder.read();
    Rule rule =
        bundle.rules().stream()
            .filter(one -> one.id().equalsIgnoreCase(id))
            .findFirst()
            .orElseThrow(() -> new StackFailure(unknown(bundle)));
    LocalDate day = on == null ? LocalDate.now(ZONE) : on;
    new ExplainPage(language, bundle, region, day)
        .print(rule, file(rule), spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }

  private String unknown(PolicyBundle bundle) {
    return "There is no rule %s; there are %s."
        .formatted(id, bundle.rules().stream().map(Rule::id).collect(Collectors.joining(", ")));
  }

  private String file(Rule rule) {
    if (published) {
      return rule.where();
    }
    Path path = folder.path();
    return path.getFileName() == null ? rule.where() : path.getFileName() + "/" + rule.where();
  }
}
