package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.household.EventType.ACCIDENT_HAPPENED;
import static io.hearthwatch.domain.household.EventType.APPLICATION_MADE;
import static io.hearthwatch.domain.household.EventType.CLASS_ENDED;
import static io.hearthwatch.domain.household.EventType.CLASS_RECOGNISED;
import static io.hearthwatch.domain.household.EventType.DISABILITY_GRADED;
import static io.hearthwatch.domain.household.EventType.DISASTER_IMPACT;
import static io.hearthwatch.domain.household.EventType.EXPENSE_INCURRED;
import static io.hearthwatch.domain.household.EventType.GRANT_APPROVED;
import static io.hearthwatch.domain.household.EventType.HOUSEHOLD_MOVED;
import static io.hearthwatch.domain.household.EventType.HOUSEHOLD_REGISTERED;
import static io.hearthwatch.domain.household.EventType.INCOME_RECEIVED;
import static io.hearthwatch.domain.household.EventType.MEMBER_DIED;
import static io.hearthwatch.domain.household.EventType.MEMBER_JOINED;
import static io.hearthwatch.domain.household.EventType.MEMBER_LEFT;

import io.hearthwatch.domain.household.EventType;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a word of a rule reads, and which codes it takes: for checking and explaining a rule without
 * a household. A test holds the list to the vocabulary; a new word is one more line.
 *
 * @param reads events that it looks at
 * @param codes what its first texts are
 */
record WordUse(Set<EventType> reads, Codes codes) {

  /** What the codes that a word takes mean. */
  enum Codes {
    NONE,
    CLASSES,
    PROGRAMMES,
    FAMILIES,
    PARAMETER
  }

  /** Sums count members only, so whoever sums reads who lives there. */
  private static final List<EventType> MEMBERS = List.of(MEMBER_JOINED, MEMBER_LEFT, MEMBER_DIED);

  /** Which line applies depends on where a household is registered. */
  private static final List<EventType> PLACE = List.of(HOUSEHOLD_REGISTERED, HOUSEHOLD_MOVED);

  private static final List<EventType> CLASS = List.of(CLASS_RECOGNISED, CLASS_ENDED);

  private static final Map<String, WordUse> USES = new HashMap<>();

  static {
    word("days", Codes.NONE);
    word("months", Codes.NONE);
    word("atLeastPercent", Codes.NONE);
    word("moreThanPercent", Codes.NONE);
    word("lessThanPercent", Codes.NONE);
    word("limit", Codes.PARAMETER);
    word("classLimit", Codes.PARAMETER, CLASS);
    word("firing", Codes.FAMILIES);
    word("medical", Codes.NONE, List.of(EXPENSE_INCURRED), MEMBERS);
    word("rigid", Codes.NONE, List.of(EXPENSE_INCURRED), MEMBERS);
    word("medicalBillsOverLines", Codes.NONE, List.of(EXPENSE_INCURRED), MEMBERS, PLACE);
    word("income", Codes.NONE, List.of(INCOME_RECEIVED), MEMBERS);
    word("earlierIncome", Codes.NONE, List.of(INCOME_RECEIVED), MEMBERS);
    word("members", Codes.NONE, MEMBERS);
    word("moreThanLines", Codes.NONE, PLACE);
    word("lessThanLines", Codes.NONE, PLACE);
    word("perCapitaUnder", Codes.PARAMETER, List.of(INCOME_RECEIVED), MEMBERS, PLACE);
    word("everyMonthUnderLine", Codes.NONE, List.of(INCOME_RECEIVED), MEMBERS, PLACE);
    word("inClass", Codes.CLASSES, CLASS);
    word("inAnyClass", Codes.NONE, CLASS);
    word("leftClass", Codes.CLASSES, CLASS);
    word("applied", Codes.NONE, List.of(APPLICATION_MADE));
    word("severeImpacts", Codes.NONE, List.of(DISASTER_IMPACT));
    word("present", Codes.NONE, MEMBERS);
    word("died", Codes.NONE, List.of(MEMBER_DIED));
    word("incomeAtDeath", Codes.NONE, List.of(INCOME_RECEIVED), MEMBERS);
    word("householdIncomeAtDeath", Codes.NONE, List.of(INCOME_RECEIVED), MEMBERS);
    word("becameSeverelyDisabled", Codes.NONE, List.of(DISABILITY_GRADED));
    word("within", Codes.NONE, List.of(ACCIDENT_HAPPENED));
    word("hospitalStay", Codes.NONE, List.of(ACCIDENT_HAPPENED));
    word("deaths", Codes.NONE, List.of(ACCIDENT_HAPPENED));
    word("followedBy", Codes.PROGRAMMES, List.of(ACCIDENT_HAPPENED, GRANT_APPROVED));
  }

  /** Of a word; one that is not listed reads nothing that could be told. */
  static WordUse of(String word) {
    return USES.getOrDefault(word, new WordUse(Set.of(), Codes.NONE));
  }

  /** All words that are listed. */
  static Set<String> words() {
    return Collections.unmodifiableSet(USES.keySet());
  }

  @SafeVarargs
  private static void word(String word, Codes codes, List<EventType>... reads) {
    Set<EventType> all = EnumSet.noneOf(EventType.class);
    Arrays.stream(reads).flatMap(List::stream).forEach(all::add);
    USES.put(word, new WordUse(all, codes));
  }
}
