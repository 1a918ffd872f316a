package io.hearthwatch.domain.household;

import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DiagnosisMade;
import io.hearthwatch.domain.household.body.DisabilityGraded;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.DisasterReported;
import io.hearthwatch.domain.household.body.DwellingGraded;
import io.hearthwatch.domain.household.body.EmploymentChanged;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdMerged;
import io.hearthwatch.domain.household.body.HouseholdMoved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.HouseholdSplit;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.InsuranceChanged;
import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.household.body.PropertyDeclared;
import io.hearthwatch.domain.household.body.ReferralAnswered;
import io.hearthwatch.domain.household.body.ReviewDone;
import io.hearthwatch.domain.household.body.SchoolStatusChanged;
import io.hearthwatch.domain.household.body.UtilityUsed;
import io.hearthwatch.domain.household.body.VisitDone;
import java.util.List;

/** Bodies of every type, optional fields present and absent, amounts small and at their bounds. */
final class Bodies {

  private static final Month MAY = Month.ofNumber(202305);

  private Bodies() {}

  static List<EventBody> all() {
    long most = Limits.MAX_AMOUNT_FEN;
    return List.of(
        new IncomeReceived(MAY, "wage", 189_400),
        new IncomeReceived(Month.ofNumber(190001), "wage", most),
        new IncomeReceived(Month.ofNumber(219912), "pension", 0),
        new ExpenseIncurred("medical", 4_000_000, 1_000_000, 2, 3, 4, 5, 6),
        new ExpenseIncurred("education", most, 0, 0, 0, 0, 0, most),
        new DiagnosisMade("C34"),
        new DisabilityGraded("mental", 3),
        new InsuranceChanged("resident", true, 19_700),
        new InsuranceChanged("resident", false, null),
        new AccidentHappened("traffic", true, 2),
        new DisasterImpact("flood-7", "flood", "collapsed", false, 1, 2, 300),
        new DisasterReported("flood-7", "flood", 1, 2, 3, 4, 5, 6, 7),
        new EmploymentChanged("unemployed"),
        new SchoolStatusChanged("primary", "left"),
        new DwellingGraded("D"),
        new PropertyDeclared(1, 2, 3),
        new UtilityUsed("power", Limits.MAX_COUNT, 2),
        new MemberJoined("birth", "child", 19_700),
        new MemberJoined("birth", null, -25_567),
        new MemberJoined("birth", null, null),
        new MemberLeft("army"),
        new MemberDied("illness"),
        new HouseholdRegistered("urban"),
        new HouseholdMoved("440103", "rural"),
        new HouseholdMoved(null, "urban"),
        new HouseholdSplit("H2"),
        new HouseholdMerged("H3"),
        new ClassRecognised("rigid", "A", 19_900),
        new ClassRecognised("dibao", null, null),
        new ClassEnded("dibao", "income"),
        new ApplicationMade("dibao"),
        new GrantApproved("temporary-relief", "accident", MAY, 72_200, "flood-7", "P1"),
        new GrantApproved("dibao", "illness", MAY, 1, null, null),
        new PaymentMade("dibao", "G1", MAY, 72_200),
        new PaymentMade("dibao", null, MAY, 0),
        new ReviewDone("unchanged"),
        new VisitDone("M01", "not-confirmed", "C1"),
        new VisitDone("M01", "confirmed", null),
        new ReferralAnswered("R1", "accepted", "soon"),
        new ReferralAnswered("R1", "rejected", null));
  }
}
