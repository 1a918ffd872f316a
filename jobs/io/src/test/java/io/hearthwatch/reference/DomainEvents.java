package io.hearthwatch.reference;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Raw events as the stream's domain takes them; each body is built by the names of its fields. */
public final class DomainEvents {

  private DomainEvents() {}

  /** The same version of the same event. */
  public static HouseholdEvent of(RawEvent raw) {
    return new HouseholdEvent(
        EventId.of(raw.eventId()),
        EventKind.valueOf(raw.kind()),
        raw.revision(),
        raw.source(),
        raw.householdId(),
        raw.personId(),
        raw.registeredRegion(),
        raw.helpingRegion(),
        (int) raw.occurredOn().toEpochDay(),
        raw.reportedAt().toEpochMilli(),
        body(raw.type(), new Fields(raw.body())));
  }

  /** Fields of a body by name. */
  private record Fields(Map<String, Object> values) {
    String text(String name) {
      return (String) values.get(name);
    }

    long number(String name) {
      return (Long) values.get(name);
    }

    boolean flag(String name) {
      return (Boolean) values.get(name);
    }

    Month month(String name) {
      YearMonth month = (YearMonth) values.get(name);
      return new Month(month.getYear() * 12 + month.getMonthValue() - 1);
    }

    Integer day(String name) {
      return values.get(name) instanceof LocalDate day ? (int) day.toEpochDay() : null;
    }
  }

  private static EventBody body(String type, Fields f) {
    return switch (type) {
      case "INCOME_RECEIVED" ->
          new IncomeReceived(f.month("monthEarned"), f.text("kind"), f.number("amountFen"));
      case "EXPENSE_INCURRED" ->
          new ExpenseIncurred(
              f.text("category"),
              f.number("grossFen"),
              f.number("basicInsuranceFen"),
              f.number("seriousIllnessFen"),
              f.number("medicalAidFen"),
              f.number("commercialFen"),
              f.number("subsidyFen"),
              f.number("charityFen"));
      case "DIAGNOSIS_MADE" -> new DiagnosisMade(f.text("diseaseCode"));
      case "DISABILITY_GRADED" -> new DisabilityGraded(f.text("kind"), f.number("grade"));
      case "INSURANCE_CHANGED" ->
          new InsuranceChanged(f.text("scheme"), f.flag("insured"), f.day("validThrough"));
      case "ACCIDENT_HAPPENED" ->
          new AccidentHappened(f.text("kind"), f.flag("hospitalStay"), f.number("deaths"));
      case "DISASTER_IMPACT" ->
          new DisasterImpact(
              f.text("disasterId"),
              f.text("disasterType"),
              f.text("damage"),
              f.flag("homeUsable"),
              f.number("casualties"),
              f.number("injured"),
              f.number("lossFen"));
      case "DISASTER_REPORTED" ->
          new DisasterReported(
              f.text("disasterId"),
              f.text("disasterType"),
              f.number("peopleAffected"),
              f.number("peopleRelocated"),
              f.number("peopleTakenIn"),
              f.number("homesCollapsed"),
              f.number("homesDamaged"),
              f.number("fundsFen"),
              f.number("lossFen"));
      case "EMPLOYMENT_CHANGED" -> new EmploymentChanged(f.text("status"));
      case "SCHOOL_STATUS_CHANGED" -> new SchoolStatusChanged(f.text("stage"), f.text("status"));
      case "DWELLING_GRADED" -> new DwellingGraded(f.text("grade"));
      case "PROPERTY_DECLARED" ->
          new PropertyDeclared(
              f.number("financialAssetsFen"), f.number("dwellings"), f.number("vehicleValueFen"));
      case "UTILITY_USED" ->
          new UtilityUsed(f.text("utility"), f.number("quantity"), f.number("unpaidBills"));
      default -> register(type, f);
    };
  }

  private static EventBody register(String type, Fields f) {
    return switch (type) {
      case "MEMBER_JOINED" ->
          new MemberJoined(f.text("reason"), f.text("role"), f.day("birthDate"));
      case "MEMBER_LEFT" -> new MemberLeft(f.text("reason"));
      case "MEMBER_DIED" -> new MemberDied(f.text("cause"));
      case "HOUSEHOLD_REGISTERED" -> new HouseholdRegistered(f.text("residence"));
      case "HOUSEHOLD_MOVED" -> new HouseholdMoved(f.text("fromRegion"), f.text("residence"));
      case "HOUSEHOLD_SPLIT" -> new HouseholdSplit(f.text("newHouseholdId"));
      case "HOUSEHOLD_MERGED" -> new HouseholdMerged(f.text("intoHouseholdId"));
      case "CLASS_RECOGNISED" ->
          new ClassRecognised(f.text("householdClass"), f.text("variant"), f.day("validThrough"));
      case "CLASS_ENDED" -> new ClassEnded(f.text("householdClass"), f.text("reason"));
      case "APPLICATION_MADE" -> new ApplicationMade(f.text("programme"));
      case "GRANT_APPROVED" ->
          new GrantApproved(
              f.text("programme"),
              f.text("cause"),
              f.month("month"),
              f.number("amountFen"),
              f.text("disasterId"),
              f.text("policy"));
      case "PAYMENT_MADE" ->
          new PaymentMade(
              f.text("programme"), f.text("grantId"), f.month("month"), f.number("amountFen"));
      case "REVIEW_DONE" -> new ReviewDone(f.text("result"));
      case "VISIT_DONE" -> new VisitDone(f.text("rule"), f.text("outcome"), f.text("caseId"));
      case "REFERRAL_ANSWERED" ->
          new ReferralAnswered(f.text("referralId"), f.text("answer"), f.text("note"));
      default -> throw new IllegalArgumentException("no body " + type);
    };
  }
}
