package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.body.VisitDone;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Which hits of one household are muted by visits that did not confirm them; docs/definitions.md,
 * "Muted". Mostly nobody came for nothing lately, and then it asks nothing.
 */
final class Muting {

  private static final String ALL_RULES = "all";
  private static final String CONFIRMED = "confirmed";
  private static final String NOT_CONFIRMED = "not-confirmed";

  /** Visits that found something out, the latest last; none where they can mute nothing. */
  private final List<LedgerLine> visits;

  private final int asOf;
  private final long days;
  private final Set<String> memberRules;
  private final IntFunction<List<Hit>> hitsOn;
  private final Map<Integer, List<Hit>> hitsByDay = new HashMap<>();
  private final TreeMap<Muted, Muted> muted = new TreeMap<>(Muted.BY_RULE_AND_SUBJECT);

  private Muting(
      List<LedgerLine> visits,
      int asOf,
      long days,
      Set<String> memberRules,
      IntFunction<List<Hit>> hitsOn) {
    this.visits = visits;
    this.asOf = asOf;
    this.days = days;
    this.memberRules = memberRules;
    this.hitsOn = hitsOn;
  }

  /** Mutes nothing. */
  static Muting none() {
    return new Muting(List.of(), 0, 0, Set.of(), day -> List.of());
  }

  /**
   * Looks at the visits of a household.
   *
   * @param parameters those of today; asked for where a visit may mute something
   * @param memberRules ids of the rules that are asked of each member
   * @param hitsOn the hits as of an earlier day, by what is known now
   */
  static Muting of(
      HouseholdView view,
      Supplier<ParametersInForce> parameters,
      Set<String> memberRules,
      IntFunction<List<Hit>> hitsOn) {
    List<LedgerLine> all = view.lines(EventType.VISIT_DONE);
    LedgerLine latest = null;
    for (LedgerLine visit : all) {
      latest = outcome(visit).equals(NOT_CONFIRMED) ? visit : latest;
    }
    if (latest == null) {
      return none();
    }
    long days = parameters.get().numberOrZero(Muted.DAYS);
    if ((long) view.asOf() - latest.day() >= days) {
      return none();
    }
    List<LedgerLine> decided =
        all.stream()
            .filter(visit -> Set.of(CONFIRMED, NOT_CONFIRMED).contains(outcome(visit)))
            .toList();
    return new Muting(decided, view.asOf(), days, memberRules, hitsOn);
  }

  private static String outcome(LedgerLine visit) {
    return ((VisitDone) visit.body()).outcome();
  }

  /** Takes hits in, and mutes those that a visit did not confirm. */
  void mute(List<Hit> hits) {
    if (visits.isEmpty()) {
      return;
    }
    for (Hit hit : hits) {
      LedgerLine visit = deciding(hit);
      if (visit != null
          && outcome(visit).equals(NOT_CONFIRMED)
          && (long) asOf - visit.day() < days
          && noWorseThanOn(visit.day(), hit)) {
        add(new Muted(hit.ruleId(), hit.subject(), visit.day(), throughDay(visit)));
      }
    }
  }

  /** A hit that says no more than that others are true is muted while all of them are. */
  void muteWith(Hit hit, List<Hit> others) {
    if (others.stream().allMatch(this::isMuted)) {
      others.stream()
          .flatMap(other -> of(other).stream())
          .min(Comparator.comparingInt(Muted::throughDay))
          .ifPresent(
              first ->
                  add(
                      new Muted(
                          hit.ruleId(), hit.subject(), first.visitedOn(), first.throughDay())));
    }
  }

  boolean isMuted(Hit hit) {
    return of(hit).isPresent();
  }

  /** Everything that is muted, by rule id, then subject. */
  List<Muted> muted() {
    return List.copyOf(muted.values());
  }

  /** The first day on which something is muted no longer, or {@link Assessment#NOTHING_DUE}. */
  int nextDay() {
    int first = Assessment.NOTHING_DUE;
    for (Muted one : muted.values()) {
      first = Math.min(first, one.throughDay() + 1);
    }
    return first;
  }

  private Optional<Muted> of(Hit hit) {
    return muted.values().stream().filter(one -> one.isAbout(hit)).findFirst();
  }

  /** What is muted for two reasons is muted as long as either of them holds. */
  private void add(Muted more) {
    muted.merge(more, more, (one, other) -> other.throughDay() > one.throughDay() ? other : one);
  }

  private LedgerLine deciding(Hit hit) {
    for (int i = visits.size() - 1; i >= 0; i--) {
      if (isAbout(visits.get(i), hit)) {
        return visits.get(i);
      }
    }
    return null;
  }

  private boolean isAbout(LedgerLine visit, Hit hit) {
    String rule = ((VisitDone) visit.body()).rule();
    boolean ofAnother =
        memberRules.contains(hit.ruleId())
            && visit.personId() != null
            && !visit.personId().equals(hit.subject());
    return !ofAnother && (rule.equals(ALL_RULES) || rule.equals(hit.ruleId()));
  }

  /** Whether it was a hit already, and has not become worse by a quarter since. */
  private boolean noWorseThanOn(int day, Hit now) {
    return hitsByDay.computeIfAbsent(day, hitsOn::apply).stream()
        .filter(then -> then.ruleId().equals(now.ruleId()))
        .filter(then -> then.subject().equals(now.subject()))
        .anyMatch(then -> !QuarterWorse.is(then.measure(), now.measure()));
  }

  private int throughDay(LedgerLine visit) {
    return (int)
        Math.min(Assessment.NOTHING_DUE - 1, visit.day() - 1 + Math.min(days, Integer.MAX_VALUE));
  }
}
