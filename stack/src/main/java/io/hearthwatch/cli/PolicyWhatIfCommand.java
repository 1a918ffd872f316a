package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.stack.Home;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.broker.BundlePublication;
import io.hearthwatch.stack.broker.LatestReport;
import io.hearthwatch.stack.whatif.AsOfDates;
import io.hearthwatch.stack.whatif.WhatIfRequest;
import io.hearthwatch.stack.whatif.WhatIfRun;
import io.hearthwatch.stack.whatif.WhatIfTally;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
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

/** Says what other policies would change, by all events that there are. */
@Command(
    name = "whatif",
    sortOptions = false,
    description = {
      "Asks old and new policies about every household, from all events that are kept, in a job of its own",
      "beside the live ones: whom each rule would newly hit or no longer hit, by class and region, which",
      "classes would be proposed, what entitlements would come to, with examples and their evidence.",
      "Nothing changes. For policy staff: small numbers and households are shown, do not publish them."
    })
final class PolicyWhatIfCommand implements Callable<Integer> {

  private static final int MAX_REGION_DIGITS = 12;

  @Spec private CommandSpec spec;
  @Mixin private PolicyFolder folder;
  @Mixin private StackOptions stack;
  @Mixin private AgainstPolicies against;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description =
          "As of which date, such as 2023-12-31. Default: the latest on which anything was"
              + " reported.")
  private LocalDate to;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Also as of each month's end from this date on. Default: only --to.")
  private LocalDate from;

  @Option(
      names = "--region-digits",
      paramLabel = "N",
      defaultValue = "6",
      description = "Adds up to regions of so many digits. Default: ${DEFAULT-VALUE}, the county.")
  private int regionDigits;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "10",
      description = "Households shown of each kind of change. Default: ${DEFAULT-VALUE}.")
  private int examples;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "Lines shown of a table by region and class; the CSV has all. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write all counts here, and the examples beside it into FILE-examples.csv.")
  private Path csv;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Slots of the cluster that it may take. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--job-bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "The broker as the cluster reaches it, where that is not as this command does.")
  private String jobBootstrapServers;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "Asia/Shanghai",
      description = "As the household-risk job has it. Default: ${DEFAULT-VALUE}.")
  private String zone;

  @Option(
      names = "--retention-months",
      paramLabel = "N",
      defaultValue = "" + Retention.DEFAULT_MONTHS,
      description = "As the household-risk job has it. Default: ${DEFAULT-VALUE}.")
  private int retentionMonths;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language. Default: by the locale.")
  private Language language = Language.ofLocale();

  @Override
  public Integer call() throws InterruptedException, IOException {
    refuseWrongNumbers();
    StackAddresses at = stack.stack().addresses();
    PolicyBundle after = checked(folder.path());
    PolicyBundle before = before(at);
    WhatIfText text =
        new WhatIfText(
            language, PublishedBundle.read(Optional.of(before)), PolicyBundleCodec.read(after));
    LatestReport.Events events = LatestReport.read(at, retention());
    WhatIfRequest request = request(at, before, after, lastDate(events));
    long began = System.nanoTime();
    WhatIfTally tally = run(at, request, events.records());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        language
            .of("原政策 %s，新政策 %s", "Old policies %s, new ones %s")
            .formatted(before.getVersion(), after.getVersion()));
    new WhatIfPage(text, limit).print(tally, out);
    if (csv != null) {
      new WhatIfCsv(text).write(tally, csv);
      out.println(
          language
              .of("%n已写入 %s 和 %s。", "%nWritten to %s and %s.")
              .formatted(csv, WhatIfCsv.examplesBeside(csv)));
    }
    out.printf(
        Locale.ROOT,
        language.of(
            "%n用时 %.1f 秒，读取 %,d 条记录；未作任何改动。%n",
            "%n%.1f s, %,d records read; nothing was changed.%n"),
        (System.nanoTime() - began) / 1e9,
        events.records());
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private void refuseWrongNumbers() {
    if (regionDigits < 0 || regionDigits > MAX_REGION_DIGITS) {
      throw wrong("--region-digits is 0 (the nation) to " + MAX_REGION_DIGITS);
    }
    if (examples < 0 || limit < 0 || parallelism < 1) {
      throw wrong("--examples and --limit cannot be below 0, nor --parallelism below 1");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw wrong("--from must not be after --to");
    }
  }

  private PolicyBundle before(StackAddresses at) {
    return against
        .folder()
        .map(PolicyWhatIfCommand::checked)
        .or(() -> PublishedBundle.wire(at))
        .orElseThrow(
            () ->
                new StackFailure("No policies were published yet; name a folder with --against."));
  }

  private static PolicyBundle checked(Path folder) {
    PolicyFolder.files(folder); // says it where the folder is not there
    return BundlePublication.checked(folder, "what-if", "what-if");
  }

  private LocalDate lastDate(LatestReport.Events events) {
    LocalDate last =
        to != null
            ? to
            : events
                .day()
                .orElseThrow(
                    () -> new StackFailure("There are no events to ask about; send some first."));
    if (from != null && from.isAfter(last)) {
      throw wrong("--from is after " + last + ", the latest date on which anything was reported");
    }
    return last;
  }

  private WhatIfRequest request(
      StackAddresses at, PolicyBundle before, PolicyBundle after, LocalDate last) {
    return new WhatIfRequest(
        before,
        after,
        AsOfDates.between(from == null ? last : from, last),
        retention(),
        parallelism,
        jobBootstrapServers == null ? at.bootstrapServers() : jobBootstrapServers);
  }

  private WhatIfTally run(StackAddresses at, WhatIfRequest request, long records)
      throws InterruptedException {
    try (WhatIfProgress progress = new WhatIfProgress(spec, language, records)) {
      return new WhatIfRun(Home.find(), at).run(request, examples, regionDigits, progress);
    }
  }

  private Retention retention() {
    try {
      return new Retention(ZoneId.of(zone), retentionMonths);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(), "--zone must be a time zone such as Asia/Shanghai", e);
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
