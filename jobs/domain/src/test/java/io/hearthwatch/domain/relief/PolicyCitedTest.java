package io.hearthwatch.domain.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The dated value of a policy, on both sides of its date, and what is not known of it. */
class PolicyCitedTest {

  private static final Month JUNE = Month.ofNumber(202306);
  private static final Month JULY = Month.ofNumber(202307);

  private static final Parameter LINE =
      new Parameter(
          "line",
          Parameter.Unit.FEN,
          new Text("标准", "Line"),
          new Text("多少？", "How much?"),
          List.of(
              new Parameter.Entry(
                  "33",
                  (int) LocalDate.parse("2023-07-01").toEpochDay(),
                  new ParameterValue.Number(116_000, false),
                  "assumed")));

  private static final PolicyBundle BUNDLE =
      new PolicyBundle(
          "v", "", "", Map.of("line", LINE), List.of(), new WorkingDays(Set.of(), Set.of()));

  @Test
  void isInForceFromItsMonthOnInItsRegion() {
    assertThat(PolicyCited.of(BUNDLE, "line", "330106", JULY).entry().value())
        .isEqualTo(new ParameterValue.Number(116_000, false));
    assertThat(standing(BUNDLE, "line", "330106", JUNE))
        .isEqualTo(PolicyCited.Standing.NOT_IN_FORCE);
    assertThat(standing(BUNDLE, "line", "110101", JULY))
        .isEqualTo(PolicyCited.Standing.NOT_IN_FORCE);
  }

  @Test
  void saysWhatIsNotKnown() {
    assertThat(standing(BUNDLE, "lines", "330106", JULY)).isEqualTo(PolicyCited.Standing.UNKNOWN);
    assertThat(standing(PolicyBundle.NONE, "line", "330106", JULY))
        .isEqualTo(PolicyCited.Standing.NOT_PUBLISHED);
  }

  private static PolicyCited.Standing standing(
      PolicyBundle bundle, String key, String region, Month month) {
    return PolicyCited.of(bundle, key, region, month).standing();
  }
}
