package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.Month;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingFunctionsTest {

  private final Expressions expressions =
      new Expressions(new DateTexts(ZoneId.of("Asia/Shanghai"), 1950), 2, Map.of());
  private final Scope scope = Scope.ofColumns(List.of("type", "day", "empty", "户"));

  private Object value(String expression) throws Expressions.Refused {
    Row row = new Row(scope, List.of());
    row.fill(new String[] {"credit", "930131", "", "甲"});
    Value value = expressions.compile(expression, scope).value();
    Object first = value.of(row);
    assertThat(value.of(row)).as("remembered").isEqualTo(first);
    return first;
  }

  @Test
  void days() throws Exception {
    LocalDate day = LocalDate.parse("1993-01-31");
    assertThat(value("date(day, 'yyMMdd')")).isEqualTo(day);
    assertThat(value("date('1993-01-31')")).isEqualTo(day);
    assertThat(value("date('930131', 'yyMMdd', 1800)")).isEqualTo(LocalDate.parse("1893-01-31"));
    assertThat(value("date(1993, 1, 31)")).isEqualTo(day);
    assertThat(value("date(instant('1993-01-30T16:00:00Z'))")).isEqualTo(day);
    assertThat(value("plusDays(date(day, 'yyMMdd'), 1) == date(1993, 2, 1)")).isEqualTo(true);
    assertThat(value("dateOrNone(empty)")).isEqualTo(ValueKind.NO_DAY);
    assertThat(value("dateOrNone(day, 'yyMMdd')")).isEqualTo(day);
    assertThat(value("year(date(1993, 1, 31)) + monthOfYear(date(1993, 1, 31))")).isEqualTo(1994L);
    assertThat(value("dayOfMonth(date(1993, 1, 31))")).isEqualTo(31L);
    assertThat(value("date(1993, 1, 31) < date(1993, 2, 1)")).isEqualTo(true);
    assertThat(value("date(1993, 1, 31) >= date(1993, 2, 1)")).isEqualTo(false);
  }

  @Test
  void monthsAndInstants() throws Exception {
    assertThat(value("month(date(day, 'yyMMdd'))")).isEqualTo(Month.ofNumber(199301));
    assertThat(value("month('1/1993', 'M/yyyy')")).isEqualTo(Month.ofNumber(199301));
    assertThat(value("plusMonths(month(1993, 12), 1)")).isEqualTo(Month.ofNumber(199401));
    assertThat(value("plusMonths(month(1993, 1), -1)")).isEqualTo(Month.ofNumber(199212));
    assertThat(value("month(1993, 1) <= month(1993, 1)")).isEqualTo(true);
    assertThat(value("year(month(1993, 1))")).isEqualTo(1993L);
    assertThat(value("text(firstDay(month(2024, 2))) + '/' + text(lastDay(month(2024, 2)))"))
        .isEqualTo("2024-02-01/2024-02-29");
    assertThat(value("endOf(date(1993, 1, 31))")).isEqualTo(Instant.parse("1993-01-31T15:59:59Z"));
    assertThat(value("instant('1993-01-31 23:59', 'yyyy-MM-dd HH:mm') < endOf(date(1993, 1, 31))"))
        .isEqualTo(true);
  }

  @Test
  void numbersAndTexts() throws Exception {
    assertThat(value("fen('12.5') + fen('12', 0) + fen('1.234', 3)")).isEqualTo(1250L + 12 + 1234);
    assertThat(value("number('-7')")).isEqualTo(-7L);
    assertThat(value("least(3, 5) * greatest(3, 5)")).isEqualTo(15L);
    assertThat(value("pad('7', 2, '0') + pad('777', 2, '0') + text(42) + text(month(2024, 5))"))
        .isEqualTo("07777422024-05");
    assertThat(value("slug(' Hl.m. Praha--West ')")).isEqualTo("hl-m-praha-west");
    assertThat(value("type.substring(0, 2).upperAscii() + string(1)")).isEqualTo("CR1");
    assertThat(value("type in ['a', 'credit'] && type.matches('cre.*') && !day.contains('x')"))
        .isEqualTo(true);
  }

  @Test
  void failuresNeverRepeatAValue() {
    for (String expression :
        List.of(
            "date(type)",
            "fen(type)",
            "number(type)",
            "int(type)",
            "date(type, 'yyMMdd') < date(2024, 1, 1)",
            "text(date(type)) == 'x' || type == 'y'",
            "month(type, 'yyyy')",
            "instant(type)",
            "type.substring(9)",
            "type.charAt(77)",
            "[1][size(type)]",
            "1 / number(day)  / 0",
            "fen('92233720368547758.07') + number(day)",
            "date(2024, 2, number(day))",
            "plusDays(dateOrNone(empty), 1)",
            "timestamp(type)")) {
      assertThatThrownBy(() -> value(expression))
          .as(expression)
          .isInstanceOf(RowProblem.class)
          .message()
          .doesNotContain("credit", "930131");
    }
  }

  @Test
  void namesThatAreNoIdentifiersAreLeftToTemplates() {
    assertThat(Expressions.usable("户")).isFalse();
    assertThatThrownBy(() -> value("户 == 'x'")).isInstanceOf(Expressions.Refused.class);
  }
}
