package io.hearthwatch.cli;

import io.hearthwatch.stack.ProgressLine;
import io.hearthwatch.stack.whatif.WhatIfRun;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Says how far a what-if is. */
final class WhatIfProgress implements WhatIfRun.Watcher, AutoCloseable {

  private final ProgressLine line;
  private final Language language;
  private final long records;

  WhatIfProgress(CommandSpec spec, Language language, long records) {
    line =
        new ProgressLine(spec.commandLine().getErr(), System.console() != null, System::nanoTime);
    this.language = language;
    this.records = records;
  }

  @Override
  public void goesOn(long read, long told) {
    line.show(
        () ->
            String.format(
                Locale.ROOT,
                language.of(
                    "已读取 %,d / %,d 条记录，已归户 %,d 条，%.0f 秒",
                    "%,d of %,d records read, %,d told to their households, %.0f s"),
                Math.min(read, records),
                records,
                told,
                line.seconds()));
  }

  @Override
  public void close() {
    line.end();
  }
}
