package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page to print, read back as XML: its values, and that no id becomes markup. */
class StatementPrintTest {

  @Test
  void saysWhatTheStatementSays() throws Exception {
    Document page = parsed(Language.en, TestStatements.sheet());
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(text(page, "dd"))
        .containsExactly(
            "household-1", "2023-12", "330106", "subsistence allowance (dibao)", "2023-12-20");
    assertThat(row(page, "lines", 1))
        .containsExactly(
            "charity",
            "charity",
            "-",
            "household",
            "-",
            "-",
            "1,000.00",
            "not granted or paid again");
    assertThat(row(page, "lines", 2))
        .containsExactly(
            "subsistence allowance (dibao)",
            "civil-affairs",
            "Urban dibao line 1,245.00 a month, since 2023-07-01 (3301)",
            "household",
            "1,644.00",
            "1,644.00",
            "0.00",
            "new this month; class changed from marginal to subsistence allowance (dibao)");
    assertThat(row(page, "lines", 3))
        .contains(
            "education-aid-2023 (not among the published policies)",
            "p-3",
            "300.00",
            "corrected by the department from 3,000.00 to 300.00; the department set another amount"
                + " and does not say why");
    assertThat(row(page, "lines", 4)).contains("400.00", "as last month");
    assertThat(row(page, "lines", 5))
        .containsExactly(
            "Total", "1,644.00", "2,344.00", "1,650.00", "in all 694.00 more than last month");
    assertThat(row(page, "amendments", 2))
        .contains("2023-12-20", "education aid", "3,000.00", "300.00", "corrected");
  }

  @Test
  void speaksChinese() throws Exception {
    Document page = parsed(Language.zh, TestStatements.sheet());
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    assertThat(row(page, "lines", 2))
        .containsExactly(
            "低保",
            "民政",
            "城市低保标准 1,245.00 元/月，2023-07-01 起（3301）",
            "全家",
            "1,644.00",
            "1,644.00",
            "0.00",
            "本月新增；救助类别变化：低保边缘 → 低保");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void noIdBecomesMarkup(Language language) throws Exception {
    StatementSheet hostile = TestStatements.hostile();
    String page = new StatementPrint(language).page(hostile);
    assertThat(page).doesNotContain("<script", "<b>", "<i>", "\u0007");
    Document parsed = parsed(page);
    assertThat(parsed.getElementsByTagName("script").getLength()).isZero();
    assertThat(text(parsed, "dd")).contains(TestStatements.HOSTILE_HOUSEHOLD, "33</dd>", "<i>");
    assertThat(row(parsed, "lines", 1))
        .contains("dibao\uFFFD", "civil<", TestStatements.HOSTILE_PERSON);
    assertThat(row(parsed, "lines", 1).get(2)).startsWith("]]>&amp;");
  }

  /** Red twin: a text that was not escaped would be markup, and would be seen. */
  @Test
  void unescapedItWouldBeMarkup() throws Exception {
    String page = new StatementPrint(Language.en).page(TestStatements.hostile());
    String broken =
        page.replace("&lt;script&gt;", "<script>").replace("&lt;/script&gt;", "</script>");
    assertThat(parsed(broken).getElementsByTagName("script").getLength()).isPositive();
  }

  @Test
  void fetchesNothing() throws Exception {
    String page = new StatementPrint(Language.zh).page(TestStatements.sheet());
    assertThat(page.replace("http://www.w3.org/1999/xhtml", ""))
        .doesNotContain("http:", "https:", "//", "url(", "@import", "src=", "href=");
    assertThat(text(parsed(page), "style").get(0))
        .as("read by a browser without unescaping")
        .doesNotContain("&", "<", ">", "\"", "'")
        .contains("size: A4");
  }

  @Test
  void everyPageIsWhole() throws Exception {
    Document page = parsed(Language.en, TestStatements.nothingAnyMore());
    assertThat(row(page, "lines", 1)).contains("500.00", "not granted or paid again");
    assertThat(page.getElementsByTagName("h2").getLength()).isZero();
  }

  private static Document parsed(Language language, StatementSheet sheet) throws Exception {
    return parsed(new StatementPrint(language).page(sheet));
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  /** Texts of the cells of a row, from the heading's row 0 on. */
  private static List<String> row(Document page, String table, int number) throws IOException {
    NodeList tables = page.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      Element each = (Element) tables.item(i);
      if (each.getAttribute("id").equals(table)) {
        return cells((Element) each.getElementsByTagName("tr").item(number));
      }
    }
    throw new IOException("no table " + table);
  }

  private static List<String> cells(Element row) {
    List<String> cells = new ArrayList<>();
    for (var node = row.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element) {
        cells.add(node.getTextContent());
      }
    }
    return cells;
  }

  private static List<String> text(Document page, String element) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = page.getElementsByTagName(element);
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
