package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.CaseTransition;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.NotAssessable;
import io.hearthwatch.wire.RiskAlert;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    assertThat(page(answer, Language.zh)).contains("静默至 2024-03-29（2023-12-31 入户走访认定不属实");
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
  void tellsTheHistoryOfTheCase() throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBills();
    int changes = answer.getLastCase().getSequence();
    assertThat(page(answer, Optional.of(changes(answer, changes)), Language.en))
        .contains("What happened", "CHANGE", "opened")
        .doesNotContain("not in the tables", "alerts --case");
    assertThat(page(answer, Optional.of(changes(answer, changes - 1)), Language.en))
        .contains("%d, of which 1 are not in the tables yet".formatted(changes));
    assertThat(page(answer, Optional.empty(), Language.en))
        .contains("%d; the tables do not answer".formatted(changes));
  }

  @Test
  void ofALongHistoryTellsTheEnd() throws IOException {
    HouseholdAnswer answer = TestAnswers.bigBills();
    assertThat(page(answer, Optional.of(changes(answer, 15)), Language.en))
        .contains("  3 earlier: `hearthwatch alerts --case case`")
        .contains(" 15  2023-12-15")
        .doesNotContain("  3  2023-12-03");
  }

  private static List<SaidChange> changes(HouseholdAnswer answer, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              RiskAlert alert = new RiskAlert();
              alert.setCaseId("case");
              alert.setSequence(i);
              alert.setAsOf(LocalDate.of(2023, 12, i));
              alert.setTransition(i == 1 ? CaseTransition.OPENED : CaseTransition.UPDATED);
              alert.setUrgency(answer.getLastCase().getUrgency());
              alert.setVisitBy(Instant.parse("2023-12-31T00:00:00Z"));
              alert.setCause("event " + i);
              return new SaidChange(alert, List.of(), null, i);
            })
        .toList();
  }

  private static String page(HouseholdAnswer answer, Language language) {
    return page(answer, Optional.empty(), language);
  }

  private static String page(
      HouseholdAnswer answer, Optional<List<SaidChange>> history, Language language) {
    StringWriter text = new StringWriter();
    new HouseholdPage(language).print(answer, history, new PrintWriter(text));
    return text.toString();
  }
}
