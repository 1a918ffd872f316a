package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {

  private static final CsvFormat USUAL =
      new CsvFormat(",", '"', null, null, StandardCharsets.UTF_8, true, 0, false);

  @TempDir private Path folder;

  private List<String> rows(CsvFormat format, byte[] bytes, String... columns) throws IOException {
    Path file = Files.write(folder.resolve("rows.csv"), bytes);
    List<Text> names = Arrays.stream(columns).map(name -> new Text(name, 1)).toList();
    List<String> found = new ArrayList<>();
    FileSpec spec = new FileSpec(List.of(new Text("*", 1)), format, names, Map.of());
    try (CsvRows rows = CsvRows.open(file, spec, count -> {})) {
      found.add(String.join("|", rows.header()));
      while (true) {
        try {
          String[] row = rows.next();
          if (row == null) {
            return found;
          }
          found.add(rows.line() + ": " + String.join("|", row).replace("\n", "\\n"));
        } catch (RowProblem e) {
          found.add(rows.line() + "! " + e.getMessage());
        }
      }
    }
  }

  private List<String> rows(CsvFormat format, String text, String... columns) throws IOException {
    return rows(format, text.getBytes(format.charset()), columns);
  }

  @Test
  void anyDelimiterAndQuotes() throws IOException {
    CsvFormat semicolons =
        new CsvFormat(";", '\'', null, null, StandardCharsets.UTF_8, true, 0, false);
    assertThat(rows(semicolons, "a;b\n'x;y';'it''s'\n\n;\n"))
        .containsExactly("a|b", "2: x;y|it's", "4: |");
    CsvFormat tabs = new CsvFormat("\t", null, null, null, StandardCharsets.UTF_8, true, 0, false);
    assertThat(rows(tabs, "a\tb\n\"x\ty\"\n")).containsExactly("a|b", "2: \"x|y\"");
  }

  @Test
  void valuesMaySpanLinesAndRowsKeepTheLineOnWhichTheyStart() throws IOException {
    assertThat(rows(USUAL, "a,b\r\n1,\"x\ny\nz\"\r\n2,w\r\n3,end"))
        .containsExactly("a|b", "2: 1|x\\ny\\nz", "5: 2|w", "6: 3|end");
  }

  @Test
  void anotherCharset() throws IOException {
    CsvFormat gbk = new CsvFormat(",", '"', null, null, Charset.forName("GBK"), true, 0, false);
    assertThat(rows(gbk, "户,金额\n甲,12.50\n")).containsExactly("户|金额", "2: 甲|12.50");
  }

  @Test
  void bytesThatAreNotOfTheCharset() throws IOException {
    byte[] gbk = "a,b\n1,x\n2,金额\n3,y\n".getBytes(Charset.forName("GBK"));
    assertThat(rows(USUAL, gbk))
        .containsExactly("a|b", "2: 1|x", "3! the row has bytes that are not UTF-8", "4: 3|y");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    assertThat(rows(USUAL, "\uFEFFa,b\n1,2\n")).containsExactly("a|b", "2: 1|2");
    CsvFormat utf16 = new CsvFormat(",", '"', null, null, StandardCharsets.UTF_16, true, 0, false);
    assertThat(rows(utf16, "a,b\n1,2\n")).containsExactly("a|b", "2: 1|2");
  }

  @Test
  void noHeaderATitleAndComments() throws IOException {
    CsvFormat format = new CsvFormat(",", '"', null, '#', StandardCharsets.UTF_8, false, 2, false);
    assertThat(rows(format, "Title\nof 2024\n1,2\n# total\n3,4\n", "a", "b"))
        .containsExactly("a|b", "3: 1|2", "5: 3|4");
  }

  @Test
  void trimming() throws IOException {
    CsvFormat format = new CsvFormat(",", '"', null, null, StandardCharsets.UTF_8, true, 0, true);
    assertThat(rows(format, " a , b\n 1 , \"x\" \n")).containsExactly("a|b", "2: 1|x");
    assertThat(rows(USUAL, " a , b\n 1 ,2\n"))
        .as("not asked for")
        .containsExactly("a|b", "2:  1 |2");
  }

  @Test
  void rowsOfAnotherWidth() throws IOException {
    assertThat(rows(USUAL, "a,b\n1\n1,2,3\n1,2\n"))
        .containsExactly(
            "a|b",
            "2! the row has 1 columns instead of 2",
            "3! the row has 3 columns instead of 2",
            "4: 1|2");
  }

  @Test
  void aWrongQuoteCostsOneRow() throws IOException {
    String wrong = "quotes are not closed, or do not enclose the whole value";
    assertThat(rows(USUAL, "a,b\n\"x\"y,2\n3,\"4\"z\n5,6\n"))
        .containsExactly("a|b", "2! " + wrong, "3! " + wrong, "4: 5|6");
    assertThat(rows(USUAL, "a,b\n1,\"x\n")).containsExactly("a|b", "2! " + wrong);
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotFillTheMemory() {
    String endless = "a,b\n1,\"" + "x\n".repeat(RowLengthGuard.MOST_CHARACTERS);
    assertThatThrownBy(() -> rows(USUAL, endless))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is a quote never closed?");
  }

  @Test
  void anEmptyFileHasNoHeader() {
    assertThatThrownBy(() -> rows(USUAL, ""))
        .isInstanceOf(ImportFailure.class)
        .hasMessageEndingWith("is empty; it should start with a header");
  }
}
