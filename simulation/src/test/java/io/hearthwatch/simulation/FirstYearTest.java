package io.hearthwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.Month;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstYearTest {

  private static final Nation NATION =
      new Nation(1, 10, Month.ofNumber(202211), 14, "36", Disorder.USUAL, Given.NOTHING);

  @Test
  void nobodyIsCompleteInTheFirstYear() {
    assertThat(said(NATION.firstDay() + 300)).isEmpty();
    assertThat(said(NATION.firstDay() + 400)).isNotEmpty();
  }

  private static List<String> said(int today) {
    List<String> said = new ArrayList<>();
    NATION.departments().complete(today, (source, region, through) -> said.add(source + region));
    return said;
  }
}
