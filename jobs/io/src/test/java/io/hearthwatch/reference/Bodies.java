package io.hearthwatch.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of events as plain data: fields named and ordered as in their contracts. */
final class Bodies {

  /** Categories of rigid expenditure. */
  static final List<String> RIGID =
      List.of("medical", "education", "housing", "rehabilitation", "disaster-repair");

  static final List<String> STANDING =
      List.of(
          "DIAGNOSIS_MADE",
          "DISABILITY_GRADED",
          "INSURANCE_CHANGED",
          "EMPLOYMENT_CHANGED",
          "SCHOOL_STATUS_CHANGED",
          "DWELLING_GRADED",
          "PROPERTY_DECLARED",
          "MEMBER_JOINED",
          "MEMBER_LEFT",
          "MEMBER_DIED",
          "HOUSEHOLD_REGISTERED",
          "HOUSEHOLD_MOVED",
          "HOUSEHOLD_SPLIT",
          "HOUSEHOLD_MERGED",
          "CLASS_RECOGNISED",
          "CLASS_ENDED");

  static final List<String> HAPPENINGS =
      List.of(
          "INCOME_RECEIVED",
          "EXPENSE_INCURRED",
          "ACCIDENT_HAPPENED",
          "DISASTER_IMPACT",
          "DISASTER_REPORTED",
          "UTILITY_USED",
          "APPLICATION_MADE",
          "GRANT_APPROVED",
          "PAYMENT_MADE",
          "REVIEW_DONE",
          "VISIT_DONE",
          "REFERRAL_ANSWERED");

  private Bodies() {}

  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> body = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return body;
  }

  static Map<String, Object> income(YearMonth month, String kind, long fen) {
    return of("monthEarned", month, "kind", kind, "amountFen", fen);
  }

  /** A bill of which the household pays so much itself; others may have paid more of it. */
  static Map<String, Object> bill(String category, long netFen, Chance chance) {
    long[] covered = new long[6];
    long grossFen = netFen;
    for (int i = 0; i < covered.length; i++) {
      covered[i] = chance.percent(40) ? chance.between(0L, 300_000L) : 0;
      grossFen += covered[i];
    }
    return of(
        "category",
        category,
        "grossFen",
        grossFen,
        "basicInsuranceFen",
        covered[0],
        "seriousIllnessFen",
        covered[1],
        "medicalAidFen",
        covered[2],
        "commercialFen",
        covered[3],
        "subsidyFen",
        covered[4],
        "charityFen",
        covered[5]);
  }

  static long netFen(Map<String, Object> bill) {
    return bill.entrySet().stream()
        .filter(field -> !field.getKey().equals("category"))
        .mapToLong(field -> field.getKey().equals("grossFen") ? number(field) : -number(field))
        .sum();
  }

  private static long number(Map.Entry<String, Object> field) {
    return (Long) field.getValue();
  }

  static Map<String, Object> impact(
      String disasterId, String damage, boolean homeUsable, long casualties, long injured) {
    return of(
        "disasterId",
        disasterId,
        "disasterType",
        "flood",
        "damage",
        damage,
        "homeUsable",
        homeUsable,
        "casualties",
        casualties,
        "injured",
        injured,
        "lossFen",
        0L);
  }

  static Map<String, Object> grant(String programme, YearMonth month, long fen) {
    return of(
        "programme",
        programme,
        "cause",
        "accident",
        "month",
        month,
        "amountFen",
        fen,
        "disasterId",
        null,
        "policy",
        null);
  }

  /** Any body of a type, as of about a day. */
  static Map<String, Object> any(String type, LocalDate day, Chance chance) {
    YearMonth month = YearMonth.from(day).minusMonths(chance.below(3));
    return switch (type) {
      case "INCOME_RECEIVED" ->
          income(
              month,
              chance.pick("wage", "pension", "other", "dibao", "relief"),
              chance.between(0L, 400_000L));
      case "EXPENSE_INCURRED" ->
          bill(
              chance.pick(
                  "medical",
                  "education",
                  "housing",
                  "rehabilitation",
                  "disaster-repair",
                  "insurance",
                  "loan",
                  "living",
                  "other"),
              chance.between(0L, 200_000L),
              chance);
      case "DIAGNOSIS_MADE" -> of("diseaseCode", chance.pick("c50", "n18", "i63", "j45"));
      case "DISABILITY_GRADED" ->
          of(
              "kind",
              chance.pick("visual", "physical", "intellectual", "mental", "multiple"),
              "grade",
              (long) chance.below(5));
      case "INSURANCE_CHANGED" ->
          of(
              "scheme",
              chance.pick("basic-medical", "pension"),
              "insured",
              chance.percent(50),
              "validThrough",
              chance.percent(50) ? day.plusDays(chance.below(400)) : null);
      case "ACCIDENT_HAPPENED" ->
          of(
              "kind",
              chance.pick("traffic", "work", "fire"),
              "hospitalStay",
              chance.percent(50),
              "deaths",
              (long) chance.below(2));
      case "DISASTER_IMPACT" ->
          impact(
              chance.pick("flood-1", "quake-2"),
              chance.pick("none", "light", "severe", "collapsed"),
              chance.percent(60),
              chance.percent(20) ? 1L : 0L,
              chance.percent(20) ? 2L : 0L);
      case "DISASTER_REPORTED" ->
          of(
              "disasterId",
              "flood-1",
              "disasterType",
              "flood",
              "peopleAffected",
              chance.between(0L, 1_000_000L),
              "peopleRelocated",
              7L,
              "peopleTakenIn",
              3L,
              "homesCollapsed",
              0L,
              "homesDamaged",
              2L,
              "fundsFen",
              chance.between(0L, 1_000_000_000L),
              "lossFen",
              0L);
      case "EMPLOYMENT_CHANGED" ->
          of("status", chance.pick("employed", "self-employed", "unemployed", "retired"));
      case "SCHOOL_STATUS_CHANGED" ->
          of(
              "stage",
              chance.pick("kindergarten", "primary", "junior", "senior", "university", "evening"),
              "status",
              chance.pick("enrolled", "left", "graduated"));
      case "DWELLING_GRADED" -> of("grade", chance.pick("a", "b", "c", "d"));
      case "PROPERTY_DECLARED" ->
          of(
              "financialAssetsFen",
              chance.between(0L, 9_000_000L),
              "dwellings",
              (long) chance.below(3),
              "vehicleValueFen",
              chance.percent(30) ? chance.between(0L, 20_000_000L) : 0L);
      case "UTILITY_USED" ->
          of(
              "utility",
              chance.pick("power", "water", "gas"),
              "quantity",
              chance.percent(30) ? 0L : chance.between(0L, 500_000L),
              "unpaidBills",
              (long) chance.below(3));
      default -> anyOfRegister(type, day, month, chance);
    };
  }

  private static Map<String, Object> anyOfRegister(
      String type, LocalDate day, YearMonth month, Chance chance) {
    return switch (type) {
      case "MEMBER_JOINED" ->
          of(
              "reason",
              chance.pick("registration", "birth", "marriage", "return"),
              "role",
              chance.percent(50) ? chance.pick("head", "child") : null,
              "birthDate",
              chance.percent(50) ? day.minusDays(chance.below(20_000)) : null);
      case "MEMBER_LEFT" -> of("reason", chance.pick("marriage", "army", "prison", "moved"));
      case "MEMBER_DIED" -> of("cause", chance.pick("illness", "accident", "age"));
      case "HOUSEHOLD_REGISTERED" -> of("residence", chance.pick("urban", "rural"));
      case "HOUSEHOLD_MOVED" ->
          of(
              "fromRegion",
              chance.percent(50) ? "110101" : null,
              "residence",
              chance.pick("urban", "rural"));
      case "HOUSEHOLD_SPLIT" -> of("newHouseholdId", "split-off");
      case "HOUSEHOLD_MERGED" -> of("intoHouseholdId", "merged-into");
      case "CLASS_RECOGNISED" ->
          of(
              "householdClass",
              chance.pick("dibao", "tekun", "marginal", "rigid", "monitored", "other-low-income"),
              "variant",
              chance.percent(30) ? chance.pick("local-a", "grace") : null,
              "validThrough",
              chance.percent(40) ? day.plusDays(chance.below(800)) : null);
      case "CLASS_ENDED" ->
          of(
              "householdClass",
              chance.pick("dibao", "tekun", "marginal", "rigid"),
              "reason",
              chance.pick("income", "expired"));
      case "APPLICATION_MADE" -> of("programme", chance.pick("dibao", "temporary-relief"));
      case "GRANT_APPROVED" ->
          grant(
              chance.pick(
                  "temporary-relief",
                  "medical-aid",
                  "dibao",
                  "education-aid",
                  "housing-aid",
                  "disaster-transition"),
              month,
              chance.between(0L, 500_000L));
      case "PAYMENT_MADE" ->
          of(
              "programme",
              chance.pick("dibao", "dibao", "tekun", "education-aid", "disability-nursing"),
              "grantId",
              chance.pick(null, null, chance.uuid().toString(), "no-uuid"),
              "month",
              month,
              "amountFen",
              chance.between(0L, 100_000L));
      case "REVIEW_DONE" -> of("result", chance.pick("unchanged", "raised", "ended"));
      case "VISIT_DONE" ->
          of(
              "rule",
              chance.pick("M01", "all"),
              "outcome",
              chance.pick("confirmed", "not-confirmed", "not-met"),
              "caseId",
              null);
      case "REFERRAL_ANSWERED" ->
          of(
              "referralId",
              "r-1",
              "answer",
              chance.pick("received", "accepted", "done"),
              "note",
              null);
      default -> throw new IllegalArgumentException("no body " + type);
    };
  }
}
