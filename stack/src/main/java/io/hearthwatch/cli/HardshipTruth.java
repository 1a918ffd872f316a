package io.hearthwatch.cli;

import io.hearthwatch.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The truth that a simulation wrote, as far as alerts are compared with it. */
final class HardshipTruth {

  private final Path folder;

  HardshipTruth(Path folder) {
    this.folder = folder;
  }

  /** All hardships, each with the day of the fate that it came from. */
  List<Quality.Hardship> hardships() {
    Map<String, List<CSVRecord>> byHouseholdAndCause = new HashMap<>();
    List<CSVRecord> rows = new ArrayList<>();
    each("hardships.csv", rows::add);
    rows.forEach(
        row ->
            byHouseholdAndCause
                .computeIfAbsent(key(row, "cause"), key -> new ArrayList<>())
                .add(row));
    Map<CSVRecord, LocalDate> fates = new HashMap<>();
    each(
        "fates.csv",
        fate -> {
          LocalDate day = LocalDate.parse(fate.get("day"));
          for (CSVRecord row : byHouseholdAndCause.getOrDefault(key(fate, "fate"), List.of())) {
            if (!day.isAfter(LocalDate.parse(row.get("since")))) {
              fates.merge(row, day, HardshipTruth::later);
            }
          }
        });
    return rows.stream()
        .map(
            row ->
                new Quality.Hardship(
                    row.get("household"),
                    row.get("cause"),
                    fates.get(row),
                    LocalDate.parse(row.get("since")),
                    row.get("until").isEmpty() ? null : LocalDate.parse(row.get("until"))))
        .toList();
  }

  /** How many households there are, times how many months. */
  double householdMonths() {
    List<CSVRecord> nation = new ArrayList<>();
    each("nation.csv", nation::add);
    return Double.parseDouble(nation.get(0).get("households"))
        * Integer.parseInt(nation.get(0).get("months"));
  }

  private static String key(CSVRecord row, String cause) {
    return row.get("household") + " " + row.get(cause);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void each(String name, Consumer<CSVRecord> row) {
    Path file = folder.resolve(name);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(Files.newBufferedReader(file), format)) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new StackFailure(
          "There is no truth in " + file + "; `hearthwatch simulate` writes it.", e);
    }
  }
}
