package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0,2,0",
    "700.00,2,70000",
    "0.1,2,10",
    "12,2,1200",
    "-3.05,2,-305",
    "+3.05,2,305",
    "0.07,2,7",
    "1.005,3,1005",
    "35,0,35",
    "0.29,2,29",
    "1.15,2,115",
    "92233720368547758.07,2,9223372036854775807"
  })
  void readsEachDigit(String text, int decimals, long units) {
    assertThat(Decimals.toUnits(text, decimals)).isEqualTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "1.005,2,an amount has more than 2 decimals",
    "1.000,2,an amount has more than 2 decimals",
    "1.5,0,an amount has more than 0 decimals",
    "'',2,an amount is empty",
    "-,2,a text is no decimal number",
    ".5,2,a text is no decimal number",
    "5.,2,a text is no decimal number",
    "1.2.3,4,a text is no decimal number",
    "1e3,2,a text is no decimal number",
    "'1,5',2,a text is no decimal number",
    "' 1',2,a text is no decimal number",
    "１２,2,a text is no decimal number",
    "92233720368547758.08,2,an amount is too large",
    "99999999999999999999,0,an amount is too large"
  })
  void refusesWhatItCannotHoldExactly(String text, int decimals, String reason) {
    assertThatThrownBy(() -> Decimals.toUnits(text, decimals))
        .isInstanceOf(RowProblem.class)
        .hasMessage(reason);
  }

  @Test
  void agreesWithBigDecimal() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      int scale = random.nextInt(5);
      BigDecimal amount = BigDecimal.valueOf(random.nextLong() / 100_000, scale);
      assertThat(Decimals.toUnits(amount.toPlainString(), 4))
          .isEqualTo(amount.movePointRight(4).longValueExact());
    }
  }
}
