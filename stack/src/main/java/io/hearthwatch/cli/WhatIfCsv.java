package io.hearthwatch.cli;

import io.hearthwatch.stack.whatif.AsOfTally;
import io.hearthwatch.stack.whatif.Entitled;
import io.hearthwatch.stack.whatif.WhatIfTally;
import io.hearthwatch.wire.WhatIfDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a what-if found, for a spreadsheet: all dates, every cell; money in fen. */
final class WhatIfCsv {

  private static final String ALL = "all";
  private static final String PROPOSAL = "proposal";

  private final WhatIfExamples examples;

  /** With the evidence of examples in words. */
  WhatIfCsv(WhatIfText text) {
    examples = new WhatIfExamples(text);
  }

  /** Where the examples are written, beside the counts. */
  static Path examplesBeside(Path counts) {
    String name = counts.getFileName().toString();
    String stem = name.endsWith(".csv") ? name.substring(0, name.length() - ".csv".length()) : name;
    return counts.resolveSibling(stem + "-examples.csv");
  }

  /** Writes counts, and examples beside them. */
  void write(WhatIfTally tally, Path file) throws IOException {
    try (CSVPrinter csv =
        printer(
            file,
            "as_of",
            "about",
            "change",
            "region",
            "class_in_force",
            "households",
            "entitlement_old_fen",
            "entitlement_new_fen",
            "entitlement_difference_fen")) {
      for (Map.Entry<LocalDate, AsOfTally> date : tally.byDate().entrySet()) {
        counts(date.getKey(), date.getValue(), csv);
      }
    }
    try (CSVPrinter csv =
        printer(
            examplesBeside(file),
            "as_of",
            "about",
            "change",
            "household",
            "region",
            "class_in_force",
            "evidence")) {
      for (Map.Entry<LocalDate, AsOfTally> date : tally.byDate().entrySet()) {
        examples(date.getKey(), date.getValue(), csv);
      }
    }
  }

  private static void counts(LocalDate date, AsOfTally asOf, CSVPrinter csv) throws IOException {
    entitled(csv, List.of(date, "households", "asked", ALL, ALL), asOf.asked());
    for (var cell : asOf.cells().entrySet()) {
      for (var change : cell.getValue().entrySet()) {
        csv.printRecord(
            date,
            cell.getKey().rule(),
            change.getKey().name().toLowerCase(Locale.ROOT),
            cell.getKey().region(),
            cell.getKey().classes(),
            change.getValue(),
            "",
            "",
            "");
      }
    }
    for (var move : asOf.moves().entrySet()) {
      entitled(
          csv,
          List.of(
              date,
              PROPOSAL,
              move.getKey().words(),
              move.getKey().region(),
              move.getKey().classes()),
          move.getValue());
    }
  }

  private static void entitled(CSVPrinter csv, List<?> begins, Entitled sum) throws IOException {
    for (Object value : begins) {
      csv.print(value);
    }
    csv.printRecord(sum.households(), sum.fenBefore(), sum.fenAfter(), sum.moreFen());
  }

  private void examples(LocalDate date, AsOfTally asOf, CSVPrinter csv) throws IOException {
    for (var kind : asOf.examples().entrySet()) {
      for (WhatIfDifference household : kind.getValue()) {
        example(
            csv,
            List.of(
                date, kind.getKey().rule(), kind.getKey().change().name().toLowerCase(Locale.ROOT)),
            household,
            examples.evidence(household, kind.getKey().rule(), kind.getKey().change()));
      }
    }
    for (var move : asOf.movers().entrySet()) {
      for (WhatIfDifference household : move.getValue()) {
        example(
            csv, List.of(date, PROPOSAL, move.getKey()), household, examples.evidence(household));
      }
    }
  }

  private static void example(
      CSVPrinter csv, List<?> begins, WhatIfDifference household, List<String> evidence)
      throws IOException {
    for (Object value : begins) {
      csv.print(value);
    }
    csv.printRecord(
        household.getHouseholdId(),
        household.getRegisteredRegion(),
        AsOfTally.classes(household),
        String.join("\n", evidence));
  }

  private static CSVPrinter printer(Path file, String... head) throws IOException {
    return new CSVPrinter(
        Files.newBufferedWriter(file), CSVFormat.DEFAULT.builder().setHeader(head).get());
  }
}
