package io.hearthwatch.cli;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.VisitDone;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.alert.Answers;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.policy.PolicyReader;
import io.hearthwatch.wire.HouseholdAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Answers of the step itself about small households, by the committed policies. */
final class TestAnswers {

  private static final Retention RETENTION =
      new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS);
  private static final PolicyBundle BUNDLE =
      PolicyReader.read(PolicyFiles.ofDirectory(Path.of("../policies")), "test", "test");

  private final String householdId;
  private final List<HouseholdEvent> events = new ArrayList<>();

  private TestAnswers(String householdId) {
    this.householdId = householdId;
  }

  /** A question about somebody of whom nothing was ever told. */
  static HouseholdAnswer unknown() throws IOException {
    return new TestAnswers("h-0000").answer("2023-12-31", true);
  }

  /** Two people who left dibao, and whose bills of December are over the limit. */
  static HouseholdAnswer bigBills() throws IOException {
    return afterDibao().answer("2023-12-31", true);
  }

  /** The same when somebody came on that day, and found nothing of it confirmed. */
  static HouseholdAnswer bigBillsNotConfirmed() throws IOException {
    TestAnswers told = afterDibao();
    told.tell("2023-12-31", null, new VisitDone("all", "not-confirmed", null));
    return told.answer("2023-12-31", true);
  }

  /** The first ones a year later: the case has ended. */
  static HouseholdAnswer bigBillsPaidLongAgo() throws IOException {
    return afterDibao().answer("2024-12-31", true);
  }

  /** The same before the first policies came. */
  static HouseholdAnswer withoutPolicies() throws IOException {
    return afterDibao().answer("2023-12-31", false);
  }

  private static TestAnswers afterDibao() {
    TestAnswers told = new TestAnswers("h-0001");
    told.tell("2020-01-01", null, new HouseholdRegistered("urban"));
    told.tell("2020-01-01", "p-1", new MemberJoined("registration", "head", null));
    told.tell("2020-01-01", "p-2", new MemberJoined("registration", "spouse", null));
    told.tell("2021-06-01", null, new ClassRecognised("dibao", null, null));
    told.tell("2023-05-31", null, new ClassEnded("dibao", "income"));
    told.tell("2023-06-01", null, new ClassRecognised("marginal", null, null));
    for (int month = 202301; month <= 202311; month++) {
      Month earned = Month.ofNumber(month);
      told.tell(earned.lastDay().toString(), "p-1", new IncomeReceived(earned, "wage", 350_000));
    }
    told.tell(
        "2023-12-04", "p-2", new ExpenseIncurred("medical", 2_400_000, 900_000, 0, 0, 0, 0, 0));
    told.tell("2023-12-20", "p-2", new ExpenseIncurred("medical", 30_000, 0, 0, 0, 0, 0, 0));
    return told;
  }

  private void tell(String date, String personId, EventBody body) {
    LocalDate on = LocalDate.parse(date);
    events.add(
        new HouseholdEvent(
            new EventId(0x4C1D_0000_0000_0000L + events.size() + 1, 7),
            EventKind.NOTIFY,
            0,
            Sources.all().stream()
                .filter(source -> Sources.fits(source, body.type()))
                .findFirst()
                .orElseThrow(),
            householdId,
            personId,
            "330102",
            null,
            (int) on.toEpochDay(),
            RETENTION.startMs((int) on.toEpochDay()) + 3_600_000L,
            body));
  }

  private HouseholdAnswer answer(String asOf, boolean policies) throws IOException {
    PolicyInForce policy =
        new PolicyInForce(policies ? new RuleBook(BUNDLE) : null, Completeness.NONE, RETENTION);
    HouseholdProfile profile = null;
    for (HouseholdEvent event : events) {
      profile =
          HouseholdRisk.step(householdId, profile, new Cause.Events(List.of(event)), policy)
              .profile();
    }
    Step step =
        HouseholdRisk.step(
            householdId,
            profile,
            new Cause.Inquiry("r", (int) LocalDate.parse(asOf).toEpochDay(), true),
            policy);
    Answer answer =
        step.emissions().stream()
            .filter(Answer.class::isInstance)
            .map(Answer.class::cast)
            .findFirst()
            .orElseThrow();
    return new SingleObject<>(HouseholdAnswer.class)
        .decode(new Answers().encode(answer, policies ? BUNDLE : PolicyBundle.NONE));
  }
}
