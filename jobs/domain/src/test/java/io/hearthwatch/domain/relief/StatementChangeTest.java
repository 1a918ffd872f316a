package io.hearthwatch.domain.relief;

import static io.hearthwatch.domain.relief.StatementLines.cameFrom;
import static io.hearthwatch.domain.relief.StatementLines.corrected;
import static io.hearthwatch.domain.relief.StatementLines.granted;
import static io.hearthwatch.domain.relief.StatementLines.of;
import static io.hearthwatch.domain.relief.StatementLines.paid;
import static io.hearthwatch.domain.relief.StatementLines.under;
import static io.hearthwatch.domain.relief.StatementLines.unpaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.policy.WorkingDays;
import io.hearthwatch.domain.relief.ChangeReason.ClassChanged;
import io.hearthwatch.domain.relief.ChangeReason.Corrected;
import io.hearthwatch.domain.relief.ChangeReason.FirstThisMonth;
import io.hearthwatch.domain.relief.ChangeReason.NotGivenAgain;
import io.hearthwatch.domain.relief.ChangeReason.PolicyChanged;
import io.hearthwatch.domain.relief.ChangeReason.SameAsBefore;
import io.hearthwatch.domain.relief.ChangeReason.SetAnew;
import io.hearthwatch.domain.relief.ChangeReason.TakenBack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a line is other than in the month before, case by case. */
class StatementChangeTest {

  private static final String LINE = "dibao-line-urban";

  /** 1,000 yuan until November, 1,160 from 2023-12-31 on: the last day of a month decides. */
  private static final PolicyBundle POLICIES = policies("2023-12-31");

  @Test
  void withoutAMonthBeforeEveryLineIsNew() {
    assertThat(reasons(null, of("2023-12", "2023-12-10", "dibao", granted("dibao", 500))))
        .containsExactly(new FirstThisMonth());
  }

  /** A grant of November is paid in both months, but granted in one only. */
  @Test
  void aPaymentThatGoesOnIsTheSame() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", granted("dibao", 500)),
                of("2023-12", "2023-12-10", "dibao", paid("dibao", 500))))
        .containsExactly(new SameAsBefore());
  }

  @Test
  void whatWasGrantedAndIsNotPaidYetCountsAsGranted() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "", paid("charity", 500)),
                of("2023-12", "2023-12-10", "", unpaid(granted("charity", 700)))))
        .containsExactly(new SetAnew());
  }

  /** The grant names its policy and the payment does not, as when another office pays. */
  @Test
  void whatOneOfficeGrantsAndAnotherPaysCountsOnce() {
    Statement december =
        of(
            "2023-12",
            "2023-12-10",
            "",
            under(LINE, unpaid(granted("dibao", 164_400))),
            paid("dibao", 164_400));
    List<StatementChange> first =
        StatementChange.sinceTheMonthBefore(List.of(december), null, POLICIES);
    assertThat(StatementChange.afterFen(first)).isEqualTo(164_400);

    Statement january = of("2024-01", "2024-01-10", "", paid("dibao", 164_400));
    List<StatementChange> second =
        StatementChange.sinceTheMonthBefore(List.of(january), december, POLICIES);
    assertThat(StatementChange.beforeFen(second)).isEqualTo(164_400);
    assertThat(StatementChange.afterFen(second)).isEqualTo(164_400);
    assertThat(second).hasSize(1);
    assertThat(second.get(0).reasons()).containsExactly(new SameAsBefore());
  }

  @Test
  void aGrantThatIsCorrectedAfterItWasPaidIsToldSo() {
    Statement first = of("2023-12", "2023-12-10", "", line(200_000, 164_400));
    Statement second = of("2023-12", "2023-12-12", "", corrected(line(164_400, 164_400)));
    assertThat(
            StatementChange.sinceTheMonthBefore(List.of(second, first), null, POLICIES)
                .get(0)
                .reasons())
        .containsExactly(new FirstThisMonth(), new Corrected(200_000, 164_400));
  }

  /** Granted 2,000, corrected to 1,644, then paid: the payment corrects nothing. */
  @Test
  void aPaymentOfACorrectedGrantIsNoCorrection() {
    Statement first = of("2023-12", "2023-12-10", "", line(200_000, 0));
    Statement second = of("2023-12", "2023-12-11", "", corrected(line(164_400, 0)));
    Statement third = of("2023-12", "2023-12-12", "", corrected(line(164_400, 164_400)));
    assertThat(
            StatementChange.sinceTheMonthBefore(List.of(third, second, first), null, POLICIES)
                .get(0)
                .reasons())
        .containsExactly(new FirstThisMonth(), new Corrected(200_000, 164_400));
  }

  @Test
  void aVoidedPaymentIsToldByWhatWasPaid() {
    Statement first = of("2023-12", "2023-12-10", "", line(164_400, 164_400));
    Statement second = of("2023-12", "2023-12-12", "", line(164_400, 0));
    assertThat(
            StatementChange.sinceTheMonthBefore(List.of(second, first), null, POLICIES)
                .get(0)
                .reasons())
        .containsExactly(new FirstThisMonth(), new Corrected(164_400, 0));
  }

  /** Of two members one is paid at once: the other's grant is not taken for paid. */
  @Test
  void aGrantThatIsNotPaidYetStaysBesideOneThatIs() {
    Statement november =
        of(
            "2023-11",
            "2023-11-10",
            "",
            granted("temporary", 100_000),
            under(LINE, unpaid(granted("temporary", 200_000))));
    List<StatementChange> changes =
        StatementChange.sinceTheMonthBefore(
            List.of(of("2023-12", "2023-12-10", "", paid("temporary", 100_000))),
            november,
            POLICIES);
    assertThat(StatementChange.beforeFen(changes)).isEqualTo(300_000);
    assertThat(changes)
        .extracting(StatementChange::reasons)
        .containsExactlyInAnyOrder(List.of(new SameAsBefore()), List.of(new NotGivenAgain()));
  }

  private static Statement.Line line(long grantedFen, long paidFen) {
    return new Statement.Line("dibao", "civil-affairs", null, null, 1, grantedFen, paidFen, false);
  }

  @Test
  void aClassThatBeganBringsItsProgramme() {
    Statement november = of("2023-11", "2023-11-10", "marginal", granted("charity", 100));
    Statement december =
        cameFrom(
            "marginal",
            of("2023-12", "2023-12-10", "dibao", granted("charity", 100), granted("dibao", 500)));
    List<StatementChange> changes =
        StatementChange.sinceTheMonthBefore(List.of(december), november, POLICIES);
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).reasons()).containsExactly(new SameAsBefore());
    assertThat(changes.get(1).reasons())
        .containsExactly(
            new FirstThisMonth(), new ClassChanged(List.of("marginal"), List.of("dibao")));
    assertThat(StatementChange.beforeFen(changes)).isEqualTo(100);
    assertThat(StatementChange.afterFen(changes)).isEqualTo(600);
  }

  /** The household of Hangzhou: marginal, and given nothing in November. */
  @Test
  void aClassThatChangedAfterAMonthOfNothing() {
    Statement december =
        cameFrom("marginal", of("2023-12", "2023-12-10", "dibao", granted("dibao", 500)));
    assertThat(
            StatementChange.sinceTheMonthBefore(List.of(december), null, POLICIES).get(0).reasons())
        .containsExactly(
            new FirstThisMonth(), new ClassChanged(List.of("marginal"), List.of("dibao")));
  }

  /** The benefit goes on over the grace period, and becomes less. */
  @Test
  void aClassThatEndedLowersItsProgramme() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("dibao", 500)),
                cameFrom("dibao", of("2023-12", "2023-12-10", "", paid("dibao", 300)))))
        .containsExactly(new ClassChanged(List.of("dibao"), List.of()));
  }

  @Test
  void aLineThatIsGoneWithItsClass() {
    Statement november =
        of("2023-11", "2023-11-10", "dibao", paid("charity", 100), paid("dibao", 500));
    Statement december =
        cameFrom("dibao", of("2023-12", "2023-12-10", "rigid", paid("charity", 100)));
    List<StatementChange> changes =
        StatementChange.sinceTheMonthBefore(List.of(december), november, POLICIES);
    assertThat(changes.get(1).lines().afterFen()).isZero();
    assertThat(changes.get(1).reasons())
        .containsExactly(new ClassChanged(List.of("dibao"), List.of("rigid")));
  }

  @Test
  void aLineThatWasNotGivenAgain() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("charity", 100)),
                of("2023-12", "2023-12-10", "dibao")))
        .containsExactly(new NotGivenAgain());
    assertThat(
            StatementChange.sinceTheMonthBefore(
                    List.of(), of("2023-11", "2023-11-10", "", paid("dibao", 1)), POLICIES)
                .get(0)
                .reasons())
        .containsExactly(new NotGivenAgain());
  }

  @Test
  void aLineThatWasTakenBack() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("charity", 100)),
                of("2023-12", "2023-12-20", "dibao"),
                of("2023-12", "2023-12-10", "dibao", paid("charity", 900))))
        .containsExactly(new TakenBack(900));
  }

  @Test
  void aCorrectionTellsBothValues() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("dibao", 500)),
                of("2023-12", "2023-12-20", "dibao", corrected(paid("dibao", 550))),
                of("2023-12", "2023-12-10", "dibao", paid("dibao", 5_500))))
        .containsExactly(new Corrected(5_500, 550), new SetAnew());
  }

  /** Had it not been corrected, it would be as in the month before. */
  @Test
  void aCorrectionOfWhatTheMonthBeforeHadIsReasonEnough() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("dibao", 5_500)),
                of("2023-12", "2023-12-20", "dibao", corrected(paid("dibao", 550))),
                of("2023-12", "2023-12-10", "dibao", paid("dibao", 5_500))))
        .containsExactly(new Corrected(5_500, 550));
  }

  @Test
  void aCorrectionToWhatTheMonthBeforeHadIsNoChange() {
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "dibao", paid("dibao", 500)),
                of("2023-12", "2023-12-20", "dibao", corrected(paid("dibao", 500))),
                of("2023-12", "2023-12-10", "dibao", paid("dibao", 5_000))))
        .containsExactly(new SameAsBefore(), new Corrected(5_000, 500));
  }

  /** A second payment corrects nothing, whatever was corrected before. */
  @Test
  void whatIsAddedIsNoCorrection() {
    Statement.Line one = new Statement.Line("charity", "charity", null, null, 1, 100, 0, false);
    Statement.Line two = new Statement.Line("charity", "charity", null, null, 2, 300, 0, true);
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "", one),
                of("2023-12", "2023-12-20", "", two),
                of("2023-12", "2023-12-10", "", one)))
        .containsExactly(new SetAnew());
  }

  @Test
  void oneOfTwoGrantsThatWasVoidedIsACorrection() {
    Statement.Line two = new Statement.Line("charity", "charity", null, null, 2, 300, 0, false);
    Statement.Line one = new Statement.Line("charity", "charity", null, null, 1, 100, 0, false);
    assertThat(
            reasons(
                of("2023-11", "2023-11-10", "", two),
                of("2023-12", "2023-12-20", "", one),
                of("2023-12", "2023-12-10", "", two)))
        .containsExactly(new Corrected(300, 100));
  }

  @Test
  void aPolicyOfAnotherValueIsTheReason() {
    List<ChangeReason> reasons =
        reasons(
            of("2023-11", "2023-11-10", "dibao", under(LINE, paid("dibao", 500))),
            of("2023-12", "2023-12-10", "dibao", under(LINE, paid("dibao", 660))));
    assertThat(reasons).hasSize(1);
    PolicyChanged changed = (PolicyChanged) reasons.get(0);
    assertThat(changed.before().entry().value()).isEqualTo(new ParameterValue.Number(1_000, false));
    assertThat(changed.after().entry().value()).isEqualTo(new ParameterValue.Number(1_160, false));
  }

  /** Red twin: a day later the value is the same in both months, and is no reason. */
  @Test
  void aPolicyOfTheSameValueIsNone() {
    Statement november = of("2023-11", "2023-11-10", "dibao", under(LINE, paid("dibao", 500)));
    Statement december = of("2023-12", "2023-12-10", "dibao", under(LINE, paid("dibao", 660)));
    for (PolicyBundle policies : List.of(policies("2024-01-01"), PolicyBundle.NONE)) {
      assertThat(
              StatementChange.sinceTheMonthBefore(List.of(december), november, policies)
                  .get(0)
                  .reasons())
          .containsExactly(new SetAnew());
    }
  }

  /** The same money under another policy is another line: the old one is gone. */
  @Test
  void anotherPolicyIsAnotherLine() {
    List<StatementChange> changes =
        StatementChange.sinceTheMonthBefore(
            List.of(of("2023-12", "2023-12-10", "dibao", under(LINE, paid("dibao", 500)))),
            of("2023-11", "2023-11-10", "dibao", paid("dibao", 500)),
            POLICIES);
    assertThat(changes)
        .extracting(StatementChange::reasons)
        .containsExactly(List.of(new NotGivenAgain()), List.of(new FirstThisMonth()));
  }

  /** Of the last line of this month or the month before. */
  private static List<ChangeReason> reasons(Statement before, Statement... known) {
    List<StatementChange> changes =
        StatementChange.sinceTheMonthBefore(List.of(known), before, POLICIES);
    return changes.get(changes.size() - 1).reasons();
  }

  private static PolicyBundle policies(String raisedOn) {
    Parameter line =
        new Parameter(
            LINE,
            Parameter.Unit.FEN,
            new Text("城镇低保标准", "Urban dibao line"),
            new Text("多少？", "How much?"),
            List.of(entry("2023-01-01", 1_000), entry(raisedOn, 1_160)));
    return new PolicyBundle(
        "v", "", "", Map.of(LINE, line), List.of(), new WorkingDays(Set.of(), Set.of()));
  }

  private static Parameter.Entry entry(String from, long fen) {
    return new Parameter.Entry(
        "33",
        (int) LocalDate.parse(from).toEpochDay(),
        new ParameterValue.Number(fen, false),
        "assumed");
  }
}
