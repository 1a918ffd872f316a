package io.hearthwatch.domain.relief;

import static io.hearthwatch.domain.relief.StatementLines.granted;
import static io.hearthwatch.domain.relief.StatementLines.of;
import static io.hearthwatch.domain.relief.StatementLines.paid;
import static io.hearthwatch.domain.relief.StatementLines.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both values of every line that was said otherwise before, by day. */
class StatementAmendmentTest {

  private static final Statement.Line CHARITY = granted("charity", 100);

  @Test
  void whatWasSaidOnceWasNeverAmended() {
    assertThat(StatementAmendment.of(List.of())).isEmpty();
    assertThat(StatementAmendment.of(List.of(of("2023-12", "2023-12-10", "", CHARITY)))).isEmpty();
  }

  @Test
  void eachDayHasTheLinesThatChangedThen() {
    Statement first = of("2023-12", "2023-12-09", "dibao", CHARITY, unpaid(granted("dibao", 500)));
    Statement second = of("2023-12", "2023-12-11", "dibao", CHARITY, granted("dibao", 500));
    Statement third = of("2023-12", "2023-12-20", "dibao", granted("dibao", 450));
    List<StatementAmendment> amendments = StatementAmendment.of(List.of(third, second, first));
    assertThat(amendments)
        .extracting(amendment -> LocalDate.ofEpochDay(amendment.knownOn()).toString())
        .containsExactly("2023-12-20", "2023-12-11");
    assertThat(amendments.get(0).lines())
        .containsExactly(
            new LinePair(CHARITY, null),
            new LinePair(granted("dibao", 500), granted("dibao", 450)));
    assertThat(amendments.get(1).lines())
        .containsExactly(new LinePair(unpaid(granted("dibao", 500)), granted("dibao", 500)));
  }

  @Test
  void aNewLineHasNoValueBefore() {
    Statement first = of("2023-12", "2023-12-09", "dibao", CHARITY);
    Statement second = of("2023-12", "2023-12-11", "dibao", CHARITY, paid("dibao", 500));
    assertThat(StatementAmendment.of(List.of(second, first)).get(0).lines())
        .containsExactly(new LinePair(null, paid("dibao", 500)));
  }

  /** The payment came first, then the grant and with it the policy; then the grant was void. */
  @Test
  void aPaymentWhoseGrantComesLaterIsTheSameLine() {
    Statement.Line paid = paid("dibao", 300);
    Statement.Line granted = StatementLines.under("dibao-line", granted("dibao", 300));
    Statement first = of("2023-12", "2023-12-10", "dibao", paid);
    Statement second = of("2023-12", "2023-12-12", "dibao", granted);
    Statement third = of("2023-12", "2023-12-20", "dibao", paid);
    List<StatementAmendment> amendments = StatementAmendment.of(List.of(third, second, first));
    LinePair added = new LinePair(paid, granted);
    assertThat(amendments.get(1).lines()).containsExactly(added);
    assertThat(added.replaces()).isFalse();
    LinePair taken = new LinePair(granted, paid);
    assertThat(amendments.get(0).lines()).containsExactly(taken);
    assertThat(taken.replaces()).isTrue();
    // Red twin: under two policies they are two.
    Statement other =
        of("2023-12", "2023-12-20", "dibao", StatementLines.under("other-line", paid));
    assertThat(StatementAmendment.of(List.of(other, second)).get(0).lines()).hasSize(2);
  }

  @Test
  void aDayOnWhichOnlyTheClassChangedSaysSo() {
    Statement first = of("2023-12", "2023-12-09", "marginal", CHARITY);
    Statement second = of("2023-12", "2023-12-11", "dibao", CHARITY);
    StatementAmendment amendment = StatementAmendment.of(List.of(second, first)).get(0);
    assertThat(amendment.lines()).isEmpty();
    assertThat(amendment.changesClasses()).isTrue();
  }

  /** Where all was taken back no classes are named, which is no change of class. */
  @Test
  void aStatementWithoutLinesNamesNoClass() {
    Statement first = of("2023-12", "2023-12-09", "dibao", CHARITY);
    Statement second = of("2023-12", "2023-12-11", "");
    StatementAmendment amendment = StatementAmendment.of(List.of(second, first)).get(0);
    assertThat(amendment.changesClasses()).isFalse();
    assertThat(amendment.lines()).containsExactly(new LinePair(CHARITY, null));
  }
}
