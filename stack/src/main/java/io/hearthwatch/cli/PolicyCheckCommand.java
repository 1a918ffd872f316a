package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.policy.PolicyCheck;
import io.hearthwatch.io.policy.PolicyException;
import io.hearthwatch.io.policy.PolicyFiles;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a folder of policies as the jobs will. */
@Command(
    name = "check",
    description = {
      "Checks policies as the jobs check them before they take them: every problem with file, line and",
      "reason. Ends with 1 where there is one. Needs no running stack."
    })
final class PolicyCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder folder;
  @Mixin private StackOptions stack;

  @Option(
      names = "--retention-months",
      paramLabel = "N",
      defaultValue = "" + Retention.DEFAULT_MONTHS,
      description =
          "How long the job keeps happenings; windows are 12 shorter at most."
              + " Default: ${DEFAULT-VALUE}, as the job's own.")
  private int retentionMonths;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      PolicyFiles files = PolicyFolder.files(folder.path());
      print(PolicyCheck.checked(files, "", "", retentionMonths), files.contents().size(), out);
      return CommandLine.ExitCode.OK;
    } catch (PolicyException e) {
      e.problems().forEach(out::println);
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      out.flush();
    }
  }

  private void print(PolicyBundle bundle, int files, PrintWriter out) {
    out.println(
        language
            .of(
                "检查通过：%d 条规则、%d 个参数、%d 个地区、%d 个日期，共 %d 个文件；版本 %s。",
                "No problem: %d rules, %d parameters, %d regions, %d dates in %d files; version"
                    + " %s.")
            .formatted(
                bundle.rules().size(),
                bundle.parameters().size(),
                PolicyCheck.prefixes(bundle).size(),
                PolicyCheck.dates(bundle).size(),
                files,
                bundle.version()));
  }
}
