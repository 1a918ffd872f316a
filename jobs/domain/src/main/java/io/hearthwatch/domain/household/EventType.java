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
import java.util.function.Function;

/**
 * What an event can be about. {@link #code()} is written into state and is for ever; on the wire a
 * type is known by its position in the union of the contract.
 *
 * <p>A <em>standing</em> type says what is so from a day on (membership, region, class ...): it
 * holds until something else is said, so it never grows too old. The others happened on a day, and
 * leave the ledger after the retention.
 */
public enum EventType {
  INCOME_RECEIVED(1, false, IncomeReceived::read),
  EXPENSE_INCURRED(2, false, ExpenseIncurred::read),
  DIAGNOSIS_MADE(3, true, DiagnosisMade::read),
  DISABILITY_GRADED(4, true, DisabilityGraded::read),
  INSURANCE_CHANGED(5, true, InsuranceChanged::read),
  ACCIDENT_HAPPENED(6, false, AccidentHappened::read),
  DISASTER_IMPACT(7, false, DisasterImpact::read),
  DISASTER_REPORTED(8, false, DisasterReported::read),
  EMPLOYMENT_CHANGED(9, true, EmploymentChanged::read),
  SCHOOL_STATUS_CHANGED(10, true, SchoolStatusChanged::read),
  DWELLING_GRADED(11, true, DwellingGraded::read),
  PROPERTY_DECLARED(12, true, PropertyDeclared::read),
  UTILITY_USED(13, false, UtilityUsed::read),
  MEMBER_JOINED(14, true, MemberJoined::read),
  MEMBER_LEFT(15, true, MemberLeft::read),
  MEMBER_DIED(16, true, MemberDied::read),
  HOUSEHOLD_REGISTERED(17, true, HouseholdRegistered::read),
  HOUSEHOLD_MOVED(18, true, HouseholdMoved::read),
  HOUSEHOLD_SPLIT(19, true, HouseholdSplit::read),
  HOUSEHOLD_MERGED(20, true, HouseholdMerged::read),
  CLASS_RECOGNISED(21, true, ClassRecognised::read),
  CLASS_ENDED(22, true, ClassEnded::read),
  APPLICATION_MADE(23, false, ApplicationMade::read),
  GRANT_APPROVED(24, false, GrantApproved::read),
  PAYMENT_MADE(25, false, PaymentMade::read),
  REVIEW_DONE(26, false, ReviewDone::read),
  VISIT_DONE(27, false, VisitDone::read),
  REFERRAL_ANSWERED(28, false, ReferralAnswered::read);

  /** How many types there are. */
  public static final int COUNT = values().length;

  private static final EventType[] BY_CODE = new EventType[COUNT + 1];

  static {
    for (EventType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final boolean standing;
  private final Function<FieldReader, EventBody> reader;

  EventType(int code, boolean standing, Function<FieldReader, EventBody> reader) {
    this.code = code;
    this.standing = standing;
    this.reader = reader;
  }

  /** The number that stands for this type in state: 1 to 127, never reused. */
  public int code() {
    return code;
  }

  /** Whether it holds until something else is said, and therefore never grows too old. */
  public boolean standing() {
    return standing;
  }

  /** Reads a body of this type, field by field in the order of its contract. */
  public EventBody read(FieldReader in) {
    return reader.apply(in);
  }

  /** The type with this code; throws IllegalArgumentException where there is none. */
  public static EventType ofCode(int code) {
    if (code <= 0 || code >= BY_CODE.length) {
      throw new IllegalArgumentException("no event type has the code " + code);
    }
    return BY_CODE[code];
  }
}
