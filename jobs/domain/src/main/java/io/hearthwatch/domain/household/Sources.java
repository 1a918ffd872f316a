package io.hearthwatch.domain.household;

import static io.hearthwatch.domain.household.EventType.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The departments that send events, and what each of them may speak about. */
public final class Sources {

  private static final Set<EventType> AID =
      EnumSet.of(GRANT_APPROVED, PAYMENT_MADE, REFERRAL_ANSWERED);

  private static final Set<EventType> REGISTER =
      EnumSet.of(
          HOUSEHOLD_REGISTERED,
          HOUSEHOLD_MOVED,
          HOUSEHOLD_SPLIT,
          HOUSEHOLD_MERGED,
          MEMBER_JOINED,
          MEMBER_LEFT,
          MEMBER_DIED);

  private static final Map<String, Set<EventType>> TYPES_BY_SOURCE = new LinkedHashMap<>();

  static {
    source(
        "civil-affairs",
        union(AID, REGISTER),
        CLASS_RECOGNISED,
        CLASS_ENDED,
        APPLICATION_MADE,
        REVIEW_DONE,
        VISIT_DONE,
        INCOME_RECEIVED,
        PROPERTY_DECLARED,
        DISABILITY_GRADED);
    source("public-security", REGISTER, ACCIDENT_HAPPENED);
    source(
        "medical-insurance", AID, EXPENSE_INCURRED, DIAGNOSIS_MADE, INSURANCE_CHANGED, MEMBER_DIED);
    source(
        "human-resources",
        AID,
        INCOME_RECEIVED,
        EMPLOYMENT_CHANGED,
        INSURANCE_CHANGED,
        ACCIDENT_HAPPENED);
    source("education", AID, EXPENSE_INCURRED, SCHOOL_STATUS_CHANGED);
    source("housing", AID, EXPENSE_INCURRED, DWELLING_GRADED, PROPERTY_DECLARED);
    source("disabled-federation", AID, DISABILITY_GRADED, EXPENSE_INCURRED);
    source(
        "emergency",
        AID,
        ACCIDENT_HAPPENED,
        DISASTER_IMPACT,
        DISASTER_REPORTED,
        EXPENSE_INCURRED,
        MEMBER_DIED);
    source(
        "rural-revitalisation",
        AID,
        CLASS_RECOGNISED,
        CLASS_ENDED,
        INCOME_RECEIVED,
        EXPENSE_INCURRED,
        EMPLOYMENT_CHANGED,
        VISIT_DONE);
    source("utilities", EnumSet.of(UTILITY_USED));
    source("finance", EnumSet.of(INCOME_RECEIVED, EXPENSE_INCURRED, PROPERTY_DECLARED));
    source("charity", AID, EXPENSE_INCURRED);
  }

  private Sources() {}

  /** All sources, in a fixed order; each has the topic events.SOURCE. */
  public static Set<String> all() {
    return Collections.unmodifiableSet(TYPES_BY_SOURCE.keySet());
  }

  /** Whether a source may speak about this. */
  public static boolean fits(String source, EventType type) {
    return TYPES_BY_SOURCE.getOrDefault(source, Set.of()).contains(type);
  }

  private static void source(String source, Set<EventType> types, EventType... more) {
    TYPES_BY_SOURCE.put(source, union(types, Set.of(more)));
  }

  private static Set<EventType> union(Set<EventType> one, Set<EventType> other) {
    EnumSet<EventType> all = EnumSet.copyOf(one);
    all.addAll(other);
    return all;
  }
}
