package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A year whose books are closed does not change in silence: what came later is said beside it. */
class StatsPageTest {

  private static final StatsRow.Figures NONE = StatsRow.Figures.NONE;
  private static final StatsRow.Figures COUNTED =
      new StatsRow.Figures(12, 9, 4, 1_234_56, 1_000_00, 2, 1);
  private static final StatsRow.Figures LATE = new StatsRow.Figures(1, 1, 0, -20_00, 0, 0, 0);
  private static final StatsRow OPEN = new StatsRow("36", COUNTED, COUNTED, NONE, NONE);
  private static final StatsRow CLOSED = new StatsRow("36", COUNTED, COUNTED, LATE, LATE);

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);
  private final StatsPage page = new StatsPage(Language.en, "2023-11");

  @Test
  void aTableSaysWhatCameAfterTheClosing() {
    page.table(List.of(CLOSED), out);
    assertThat(text.toString().lines().skip(1).map(String::strip))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("36").contains("2023-11", "12", "1,234.56"),
            line -> assertThat(line).startsWith("of it adjusted").contains("-20.00"),
            line -> assertThat(line).startsWith("year to date").contains("1,234.56"),
            line -> assertThat(line).startsWith("of it adjusted").contains("-20.00"));
  }

  @Test
  void andNothingWhereNothingDid() throws IOException {
    page.table(List.of(OPEN), out);
    page.csv(List.of(OPEN), out);
    assertThat(text.toString()).doesNotContain("adjusted");
  }

  @Test
  void soDoFilesForOtherPrograms() throws IOException {
    page.csv(List.of(CLOSED), out);
    page.json(List.of(OPEN), out);
    out.flush();
    assertThat(text.toString())
        .contains("36,adjusted,1,1,0,-2000,0,0,0", "36,year-to-date-adjusted,1,1,0,-2000,0,0,0")
        .contains("\"adjusted\":{\"personTimes\":0");
  }
}
