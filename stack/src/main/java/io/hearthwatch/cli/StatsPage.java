package io.hearthwatch.cli;

import static io.hearthwatch.cli.StatsRow.Figures.NONE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Statistics as a table, as CSV, as lines of JSON. Money is yuan in a table, else fen. */
final class StatsPage {

  private static final String[] HEAD_ZH = {
    "", "", "人次", "人", "户", "核准（元）", "发放（元）", "新纳入（户）", "退出（户）"
  };
  private static final String[] HEAD_EN = {
    "", "", "PERSON-TIMES", "PEOPLE", "HOUSEHOLDS", "GRANTED", "PAID", "TAKEN IN", "EXITS"
  };
  private static final String[] COLUMNS = {
    "name",
    "period",
    "personTimes",
    "persons",
    "households",
    "grantedFen",
    "paidFen",
    "takenIn",
    "exits"
  };

  private final Language language;
  private final String month;

  StatsPage(Language language, String month) {
    this.language = language;
    this.month = month;
  }

  void table(List<StatsRow> rows, PrintWriter out) {
    Table table = new Table(language == Language.zh ? HEAD_ZH : HEAD_EN);
    for (StatsRow row : rows) {
      String adjusted = language.of("其中结账后调整", "of it adjusted");
      table.row(cells(name(row.name()), month, row.month()));
      if (!row.adjusted().equals(NONE)) {
        table.row(cells("", adjusted, row.adjusted()));
      }
      table.row(cells("", language.of("本年累计", "year to date"), row.yearToDate()));
      if (!row.yearAdjusted().equals(NONE)) {
        table.row(cells("", adjusted, row.yearAdjusted()));
      }
    }
    table.print(out);
  }

  void csv(List<StatsRow> rows, PrintWriter out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.DEFAULT.builder().setHeader(COLUMNS).get());
    for (StatsRow row : rows) {
      csv.printRecord(values(row.name(), month, row.month()));
      csv.printRecord(values(row.name(), "year-to-date", row.yearToDate()));
      if (!row.adjusted().equals(NONE)) {
        csv.printRecord(values(row.name(), "adjusted", row.adjusted()));
      }
      if (!row.yearAdjusted().equals(NONE)) {
        csv.printRecord(values(row.name(), "year-to-date-adjusted", row.yearAdjusted()));
      }
    }
    csv.flush();
  }

  void json(List<StatsRow> rows, PrintWriter out) {
    ObjectMapper json = new ObjectMapper();
    for (StatsRow row : rows) {
      ObjectNode line = json.createObjectNode();
      line.put("name", row.name());
      line.put("month", month);
      line.set("counted", json.valueToTree(row.month()));
      line.set("yearToDate", json.valueToTree(row.yearToDate()));
      line.set("adjusted", json.valueToTree(row.adjusted()));
      line.set("yearToDateAdjusted", json.valueToTree(row.yearAdjusted()));
      out.println(line);
    }
  }

  private String name(String code) {
    return Words.of("relief." + code, language, code);
  }

  private static String[] cells(String name, String period, StatsRow.Figures figures) {
    return new String[] {
      name,
      period,
      count(figures.personTimes()),
      count(figures.persons()),
      count(figures.households()),
      Amount.money(figures.grantedFen()),
      Amount.money(figures.paidFen()),
      count(figures.takenIn()),
      count(figures.exits())
    };
  }

  private static Object[] values(String name, String period, StatsRow.Figures figures) {
    return new Object[] {
      name,
      period,
      figures.personTimes(),
      figures.persons(),
      figures.households(),
      figures.grantedFen(),
      figures.paidFen(),
      figures.takenIn(),
      figures.exits()
    };
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
