package io.hearthwatch.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.page.OperationsPage;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssistanceOptionsTest {

  @Test
  void thePageListsThem() throws Exception {
    assertThat(OperationsPage.tableUnder("## Options of assistance"))
        .isEqualTo(OperationsPage.rows(AssistanceOptions.ALL));
    assertThat(AssistanceOptions.ALL).isEqualTo(OperationsPage.declared(AssistanceOptions.class));
  }

  @Test
  void readsWhatIsGiven() {
    AssistanceOptions options =
        AssistanceOptions.of(Map.of("region-levels", "2,5", "books-close", "04-15"));
    assertThat(options.regionLevels()).isEqualTo(List.of(2, 5));
    assertThat(options.books().closing()).isEqualTo(MonthDay.of(4, 15));
    assertThat(options.seenAfter()).isEmpty();
  }

  /** At least once nobody waits for a checkpoint. */
  @Test
  void figuresWaitForTheCheckpointOrForATime() {
    assertThat(AssistanceOptions.of(Map.of("delivery", "at-least-once")).seenAfter())
        .contains(java.time.Duration.ofSeconds(10));
  }

  @Test
  void namesEveryWrongOne() {
    assertThatThrownBy(
            () ->
                AssistanceOptions.of(
                    Map.of(
                        "region-levels", "4,2", "books-close", "31-12", "add-up", "0 s", "x", "")))
        .hasMessageContainingAll(
            "--region-levels", "--books-close", "--add-up", "--x is no option");
  }
}
