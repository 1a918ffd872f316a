package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterWorseTest {

  @ParameterizedTest
  @CsvSource({
    "1000, 1249, false",
    "1000, 1250, true",
    "1001, 1251, false", // a quarter is 250.25
    "1001, 1252, true",
    "1000, 1000, false",
    "1000, 1, false",
    "1, 1, false",
    "1, 2, true",
    "0, 0, false",
    "0, 1, true",
    "-1000, -1000, false",
    "-1000, -751, false",
    "-1000, -750, true",
    "-9223372036854775808, -6917529027641081857, false",
    "-9223372036854775808, -6917529027641081856, true",
    "-9223372036854775808, 9223372036854775807, true",
    "7378697629483820646, 9223372036854775807, false",
    "7378697629483820645, 9223372036854775807, true",
  })
  void isAQuarterOfTheMagnitude(long before, long now, boolean worse) {
    assertThat(QuarterWorse.is(before, now)).isEqualTo(worse);
  }

  /** Of what is above 0 it is now x 4 >= before x 5, without end. */
  @Test
  void isFiveQuartersOfWhatIsAboveZero() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      long before = random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(60);
      long now = random.nextBoolean() ? before / 4 * 5 + random.nextInt(-2, 3) : random.nextLong();
      if (before > 0) {
        assertThat(QuarterWorse.is(before, now))
            .as("%d -> %d", before, now)
            .isEqualTo(
                BigInteger.valueOf(now)
                        .multiply(BigInteger.valueOf(4))
                        .compareTo(BigInteger.valueOf(before).multiply(BigInteger.valueOf(5)))
                    >= 0);
      }
    }
  }
}
