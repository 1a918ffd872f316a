package io.hearthwatch.cli;

import io.hearthwatch.stack.mapping.DayCount;
import io.hearthwatch.stack.mapping.ImportRequest;
import io.hearthwatch.stack.mapping.ImportResult;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;

/** Tells a person what an import did. */
record ImportSummary(ImportRequest request, ImportResult result) {

  void print(PrintWriter out) {
    line(
        out,
        "%,d rows of %d files in %.1f s, %,d bad",
        result.rows(),
        result.files(),
        result.seconds(),
        result.badRows());
    result.byType().forEach((type, count) -> count(out, type, count));
    result.byType().values().stream()
        .reduce(DayCount::plus)
        .ifPresent(all -> count(out, request.dryRun() ? "all (not sent)" : "all", all));
    if (result.outside() > 0) {
      line(out, "%,d events fall outside of the days asked for", result.outside());
    }
    notes(out);
    out.flush();
  }

  private void notes(PrintWriter out) {
    if (result.badRows() > 0) {
      line(out, "bad rows are listed in %s", request.report());
    }
    if (result.repeatedIds() > 0) {
      line(
          out,
          "%,d events repeat an event id, the first at %s: of each id only one will count; "
              + "make the eventId more specific",
          result.repeatedIds(),
          result.firstRepeated());
    }
    if (!result.allIdsCompared()) {
      line(out, "too many events to compare all event ids; repeated ones were looked for at first");
    }
    for (String source : result.completed()) {
      String prefix = request.mapping().regionPrefix();
      line(
          out,
          "%s: %s is complete through %s for %s",
          request.dryRun() ? "would say" : "said",
          source,
          request.completeThrough(),
          prefix.isEmpty() ? "all regions" : "regions " + prefix + "*");
    }
    if (result.completenessWithheld()) {
      line(
          out,
          "not said that the source is complete: it has bad rows; correct them and import again");
    }
    if (request.dryRun()) {
      line(out, "dry run: nothing was sent");
    }
  }

  private static void count(PrintWriter out, String what, DayCount count) {
    line(
        out,
        "  %-20s %,12d   %s to %s",
        what,
        count.count(),
        LocalDate.ofEpochDay(count.firstEpochDay()),
        LocalDate.ofEpochDay(count.lastEpochDay()));
  }

  private static void line(PrintWriter out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
