package io.hearthwatch.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Columns as wide as their widest cell; the last one is not padded. */
final class Table {
  // Data must not be able to move the cursor or to colour the terminal.
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final List<String[]> rows = new ArrayList<>();

  Table(String... head) {
    rows.add(head);
  }

  void row(String... cells) {
    rows.add(
        Arrays.stream(cells)
            .map(cell -> CONTROL.matcher(cell).replaceAll("\uFFFD"))
            .toArray(String[]::new));
  }

  /** A line below a row, as long as it is: it widens no column. */
  void note(String text) {
    row("  " + text);
  }

  void print(PrintWriter out) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      if (isNote(row)) {
        continue;
      }
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(row[i]));
      }
    }
    for (String[] row : rows) {
      if (isNote(row)) {
        out.println(row[0]);
        continue;
      }
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(DisplayWidth.padded(row[i], widths[i] + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private boolean isNote(String[] row) {
    return row.length < rows.get(0).length;
  }
}
