package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextsTest {

  private final DateTexts shanghai = new DateTexts(ZoneId.of("Asia/Shanghai"), 1950);

  @ParameterizedTest
  @CsvSource({
    "930101,yyMMdd,1993-01-01",
    "500101,yyMMdd,1950-01-01",
    "491231,yyMMdd,2049-12-31",
    "31/12/99,dd/MM/yy,1999-12-31",
    "2024-02-29,yyyy-MM-dd,2024-02-29",
    "20240229,yyyyMMdd,2024-02-29",
    "20240229,uuuuMMdd,2024-02-29",
    "5.3.2024,d.M.yyyy,2024-03-05",
    "3 mar 2024,d MMM yyyy,2024-03-03",
    "2024年3月5日,yyyy年M月d日,2024-03-05",
    "year 24 03 05,'''year'' yy MM dd',2024-03-05"
  })
  void readsDays(String text, String pattern, LocalDate day) {
    assertThat(shanghai.day(text, pattern)).isEqualTo(day);
    assertThat(shanghai.day(text, pattern)).as("remembered").isEqualTo(day);
  }

  @Test
  void thePivotIsTheFirstOfAHundredYears() {
    DateTexts births = new DateTexts(ZoneId.of("UTC"), 1900);
    assertThat(births.day("000101", "yyMMdd")).isEqualTo("1900-01-01");
    assertThat(births.day("991231", "yyMMdd")).isEqualTo("1999-12-31");
    assertThat(births.day("150101", "yyMMdd", 2000)).isEqualTo("2015-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "20230229,yyyyMMdd",
    "2023-13-01,yyyy-MM-dd",
    "1-1-2023,dd-MM-yyyy",
    "20230101x,yyyyMMdd"
  })
  void refusesWhatIsNoDay(String text, String pattern) {
    assertThatThrownBy(() -> shanghai.day(text, pattern))
        .isInstanceOf(RowProblem.class)
        .hasMessage("a text is no day written " + pattern);
  }

  @Test
  void saysWhenATextIsEmpty() {
    assertThatThrownBy(() -> shanghai.day("", "yyMMdd"))
        .hasMessage("a text that should be a day is empty");
  }

  @Test
  void readsMonths() {
    assertThat(shanghai.month("2024/5", "yyyy/M")).isEqualTo(Month.ofNumber(202405));
    assertThat(shanghai.month("9905", "yyMM")).isEqualTo(Month.ofNumber(199905));
    assertThatThrownBy(() -> shanghai.month("1850-01", "yyyy-MM"))
        .hasMessage("a month is not within 1900-01 to 2199-12");
  }

  @Test
  void anInstantBelongsToTheDayOfTheZone() {
    assertThat(shanghai.dayOf(shanghai.instant("2024-05-31T15:59:59Z"))).isEqualTo("2024-05-31");
    assertThat(shanghai.dayOf(shanghai.instant("2024-05-31T16:00:00Z"))).isEqualTo("2024-06-01");
    assertThat(shanghai.instant("2024-06-01T00:00:00")).isEqualTo("2024-05-31T16:00:00Z");
    assertThat(shanghai.instant("2024-06-01 08:30", "yyyy-MM-dd HH:mm"))
        .isEqualTo("2024-06-01T00:30:00Z");
    assertThat(shanghai.instant("2024-06-01 08:30 +0200", "yyyy-MM-dd HH:mm Z"))
        .isEqualTo("2024-06-01T06:30:00Z");
  }

  @Test
  void aDayEndsInItsZone() {
    assertThat(shanghai.endOf(LocalDate.parse("2024-05-31"))).isEqualTo("2024-05-31T15:59:59Z");
  }
}
