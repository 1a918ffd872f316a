package io.hearthwatch.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.Text;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionsSpokenOfTest {

  private static final Text TEXT = new Text("", "");

  @Test
  void isTheLongestPrefixThatAnybodyNames() {
    RegionsSpokenOf regions =
        new RegionsSpokenOf(List.of(parameter("", "36", "3608"), parameter("360823", "CZ")));
    assertThat(regions.spokenOf("360823101")).isEqualTo("360823");
    assertThat(regions.spokenOf("360824")).isEqualTo("3608");
    assertThat(regions.spokenOf("369999")).isEqualTo("36");
    assertThat(regions.spokenOf("410100")).isEmpty();
    assertThat(regions.spokenOf("CZ")).isEqualTo("CZ");
    assertThat(regions.spokenOf("")).isEmpty();
  }

  /** The law: what a parameter says of a region it says of the part that is spoken of. */
  @Test
  void losesNothing() {
    Random random = new Random(1);
    for (int round = 0; round < 1_000; round++) {
      List<Parameter> parameters =
          IntStream.range(0, 3)
              .mapToObj(i -> parameter(region(random), region(random), region(random)))
              .toList();
      RegionsSpokenOf regions = new RegionsSpokenOf(parameters);
      String asked = region(random);
      for (Parameter parameter : parameters) {
        assertThat(parameter.at(regions.spokenOf(asked), 0))
            .as("round %d, region %s", round, asked)
            .isEqualTo(parameter.at(asked, 0));
      }
    }
  }

  /** Of two digits only, so that most begin alike. */
  private static String region(Random random) {
    return "361361".substring(0, random.nextInt(7)) + (random.nextBoolean() ? "3" : "");
  }

  private static Parameter parameter(String... regions) {
    return new Parameter(
        "line",
        Parameter.Unit.FEN,
        TEXT,
        TEXT,
        IntStream.range(0, regions.length)
            .mapToObj(
                i -> new Parameter.Entry(regions[i], -i, new ParameterValue.Number(i, false), "x"))
            .toList());
  }
}
