package io.hearthwatch.cli;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.PolicyChange;
import io.hearthwatch.domain.policy.PolicyDifference;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.stack.Jobs;
import io.hearthwatch.stack.Mode;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.StackSettings;
import io.hearthwatch.stack.broker.BundleAnswers;
import io.hearthwatch.stack.broker.BundlePublication;
import io.hearthwatch.stack.broker.Inquirer;
import io.hearthwatch.stack.broker.TakenIn;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a folder of policies to the running job. */
@Command(
    name = "publish",
    description = {
      "Checks policies and sends them to the jobs as one bundle, signed off by author and message; waits until",
      "every subtask works by it, without a restart; then has every household reviewed by it.",
      "What does not check is not sent. What is published already is not sent again."
    })
final class PolicyPublishCommand implements Callable<Integer> {

  /** In which it is today; the job's own default. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int CHANGES_SHOWN = 12;

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder folder;
  @Mixin private StackOptions stack;

  @Option(
      names = "--author",
      paramLabel = "NAME",
      required = true,
      description = "Who signs it off.")
  private String author;

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      required = true,
      description = "Why it is changed.")
  private String message;

  @Option(
      names = "--no-review",
      description =
          "Do not have every household reviewed; each is looked at by the new policies when it is"
              + " next heard of, or its month's review comes.")
  private boolean noReview;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Date of the review. Default: today in live operation, else each household's own date.")
  private LocalDate asOf;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "120",
      description = "Give up when the job gives no sign for so long. Default: ${DEFAULT-VALUE}.")
  private int waitSeconds;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws Exception {
    refuseUnsigned();
    NotYet.refuse(spec, "--as-of", asOf, Review.NEVER_GOES_BACK);
    PrintWriter out = spec.commandLine().getOut();
    PolicyFolder.files(folder.path()); // says it where the folder is not there
    io.hearthwatch.wire.PolicyBundle bundle =
        BundlePublication.checked(folder.path(), author.strip(), message.strip());
    StackAddresses at = stack.stack().addresses();
    Optional<io.hearthwatch.wire.PolicyBundle> before = PublishedBundle.wire(at);
    if (before.isPresent() && before.get().getVersion().equals(bundle.getVersion())) {
      out.println(already(before.get()));
      out.flush();
      return CommandLine.ExitCode.OK;
    }
    summarise(before, PolicyBundleCodec.read(bundle), out);
    publish(at, bundle, out);
    if (!noReview) {
      review(at);
    }
    return CommandLine.ExitCode.OK;
  }

  private void refuseUnsigned() {
    if (author.isBlank() || message.isBlank()) {
      throw wrong("--author and --message say who signs off and why; neither may be empty");
    }
    if (author.strip().startsWith(BundlePublication.NOBODY)) {
      throw wrong("--author must be a person: `hearthwatch up` replaces what it published itself");
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  private String already(io.hearthwatch.wire.PolicyBundle before) {
    return language
        .of("这些政策已经发布：版本 %s，%s（%s）。", "Published already: version %s, by %s (%s).")
        .formatted(before.getVersion(), before.getAuthor(), before.getMessage());
  }

  private void summarise(
      Optional<io.hearthwatch.wire.PolicyBundle> published, PolicyBundle after, PrintWriter out) {
    PolicyBundle before;
    try {
      before = PublishedBundle.read(published);
    } catch (StackFailure e) {
      out.println(e.getMessage()); // that is all the more reason to publish others
      return;
    }
    if (before == PolicyBundle.NONE) {
      out.println(
          language
              .of("首次发布：%d 条规则、%d 个参数。", "The first policies: %d rules, %d parameters.")
              .formatted(after.rules().size(), after.parameters().size()));
      return;
    }
    List<PolicyChange> changes = PolicyDifference.between(before, after);
    DifferenceText text = new DifferenceText(language, before, after);
    changes.stream()
        .limit(CHANGES_SHOWN)
        .forEach(change -> text.of(change).forEach(line -> out.println("  " + line)));
    int more = changes.size() - CHANGES_SHOWN;
    if (more > 0) {
      out.println(
          language
              .of(
                  "  另有 %d 处变化；policy diff 列出全部。",
                  "  And %d changes more; `policy diff` lists them all.")
              .formatted(more));
    } else if (changes.isEmpty()) {
      out.println(language.of("  含义没有变化。", "  No change in meaning."));
    }
    out.flush();
  }

  private void publish(StackAddresses at, io.hearthwatch.wire.PolicyBundle bundle, PrintWriter out)
      throws Exception {
    long began = System.nanoTime();
    int subtasks;
    try (BundleAnswers answers = BundleAnswers.fromNowOn(at, Jobs.HOUSEHOLD_RISK);
        ProgressBar bar = new ProgressBar(spec, "subtasks")) {
      new BundlePublication(at).send(bundle);
      subtasks = answers.await(bundle.getVersion(), Duration.ofSeconds(waitSeconds), bar::show);
    }
    out.printf(
        Locale.ROOT,
        language.of(
            "已发布版本 %s：%s 的全部 %d 个子任务在 %.1f 秒内生效。%n",
            "Published version %s: %s works by it in all its %d subtasks after %.1f s.%n"),
        bundle.getVersion(),
        Jobs.HOUSEHOLD_RISK,
        subtasks,
        (System.nanoTime() - began) / 1e9);
    out.flush();
  }

  private void review(StackAddresses at) throws Exception {
    Duration patience = Duration.ofSeconds(waitSeconds);
    try (TakenIn job = new TakenIn(at, Jobs.HOUSEHOLD_RISK, patience)) {
      TakingIn.await(spec, job); // else a household would answer from what it has heard so far
      new Review(spec, new Inquirer(at, patience), reviewedAsOf(), language).evaluate();
      job.settle();
    }
  }

  private LocalDate reviewedAsOf() {
    boolean live =
        StackSettings.read(stack.dirs()).filter(of -> of.mode() == Mode.LIVE).isPresent();
    return asOf == null && live ? LocalDate.now(ZONE) : asOf;
  }
}
