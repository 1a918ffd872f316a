package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.NotAssessable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What a caseworker reads of a household whose hits a visit did not confirm. */
class HouseholdPageTest {

  /** 2023-12-31 + 90 days is 2024-03-30. */
  @Test
  void saysWhichHitsAreMutedAndUntilWhen() throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBillsNotConfirmed();
    assertThat(answer.getHits()).isNotEmpty();
    assertThat(page(answer, Language.en))
        .contains("M01")
        .contains("muted through 2024-03-29: the visit of 2023-12-31 did not confirm it")
        .contains("closed");
    assertThat(page(answer, Language.zh)).contains("静默至 2024-03-29（2023-12-31 入户走访未核实");
  }

  @Test
  void saysNothingOfItWhereNobodyCame() throws IOException {
    assertThat(page(TestAnswers.bigBills(), Language.en)).contains("M01").doesNotContain("muted");
    assertThat(page(TestAnswers.bigBills(), Language.zh)).contains("M01").doesNotContain("静默");
  }

  /** Three members of whom the same is not known are three lines, each of its own. */
  @Test
  void saysOfWhomSomethingIsNotKnown() throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBills();
    NotAssessable ofMember =
        answer.getNotAssessable().stream()
            .filter(unknown -> !unknown.getSubject().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(page(answer, Language.en))
        .contains(ofMember.getAbout() + "  " + ofMember.getSubject());
  }

  @Test
  void saysWhereTheHistoryOfTheCaseIs() throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBills();
    assertThat(page(answer, Language.en))
        .contains(": see `hearthwatch alerts --case " + answer.getLastCase().getCaseId() + "`");
  }

  private static String page(HouseholdAnswer answer, Language language) {
    StringWriter text = new StringWriter();
    new HouseholdPage(language).print(answer, new PrintWriter(text));
    return text.toString();
  }
}
