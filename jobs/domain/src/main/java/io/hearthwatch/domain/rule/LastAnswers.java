package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.policy.Completeness;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the rules said last of the households that were looked at last, so that of several events on
 * one day only the first has all rules asked, and the others those that they can change. A cache
 * and nothing else: with or without it the same is said, and it may be lost at any time.
 */
public final class LastAnswers {

  private final Map<String, Entry> byHousehold;

  private record Entry(
      RuleBook rules, Completeness completeness, int asOf, RuleBook.Judged judged) {}

  /** Remembers so many households at most; none where it is 0. */
  public LastAnswers(int households) {
    byHousehold =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > households;
          }
        };
  }

  /** What the rules say of a household, without evidence. */
  public Assessment judge(
      String householdId,
      RuleBook rules,
      HouseholdView view,
      Completeness completeness,
      Set<EventType> changed) {
    Entry last = byHousehold.get(householdId);
    boolean same =
        last != null
            && last.rules() == rules
            && last.asOf() == view.asOf()
            && rules.sameCompleteness(last.completeness(), completeness, view);
    RuleBook.Judged judged = rules.judge(view, completeness, same ? last.judged() : null, changed);
    byHousehold.put(householdId, new Entry(rules, completeness, view.asOf(), judged));
    return judged.assessment();
  }

  /** Something happened that is no event of its own: all rules are asked again. */
  public void forget(String householdId) {
    byHousehold.remove(householdId);
  }
}
