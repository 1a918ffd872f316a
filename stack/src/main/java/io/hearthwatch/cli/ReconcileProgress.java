package io.hearthwatch.cli;

import io.hearthwatch.stack.ProgressLine;
import io.hearthwatch.stack.reconcile.ReconcileRun;
import io.hearthwatch.stack.reconcile.Reconciliation;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Says how far a reconciliation is, and what each check found. */
final class ReconcileProgress implements ReconcileRun.Listener, AutoCloseable {

  private final ProgressLine line;
  private final Language language;
  private final PrintWriter err;
  private final PrintWriter out;

  ReconcileProgress(CommandSpec spec, Language language, PrintWriter out) {
    err = spec.commandLine().getErr();
    line = new ProgressLine(err, System.console() != null, System::nanoTime);
    this.language = language;
    this.out = out;
  }

  @Override
  public void read(long offsets, long all) {
    line.show(
        () ->
            String.format(
                Locale.ROOT,
                language.of("读取位移 %,d / %,d", "%,d of %,d offsets read"),
                offsets,
                all));
  }

  @Override
  public void begun(ReconcileRun.Work work) {
    line.end();
    err.println(
        switch (work) {
          case WAITING_FOR_TABLES -> language.of("等待数据库 …", "waiting for the database ...");
          case RECOUNTING -> language.of("按事件重新统计 …", "counting the events anew ...");
        });
    err.flush();
  }

  @Override
  public void done(Reconciliation.Result result) {
    out.printf(
        Locale.ROOT,
        language.of("%s %,12d 对  %s%n", "%s %,12d pairs  %s%n"),
        result.difference().isEmpty() ? "=" : "≠",
        result.pairs(),
        Words.of("reconcile." + result.check().name().toLowerCase(Locale.ROOT), language));
    out.flush();
  }

  @Override
  public void close() {
    line.end();
  }
}
