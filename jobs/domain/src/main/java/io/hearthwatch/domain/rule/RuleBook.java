package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rules of one bundle, compiled. Asking it is a pure function of household, bundle and
 * completeness; the object itself holds the household in hand while it is asked, so each thread has
 * its own.
 */
public final class RuleBook {

  private static final Comparator<Hit> BY_RULE_AND_SUBJECT =
      Comparator.comparing(Hit::ruleId).thenComparing(Hit::subject);

  private static final Comparator<Assessment.Unassessed> UNASSESSED_BY_RULE_AND_SUBJECT =
      Comparator.comparing(Assessment.Unassessed::ruleId)
          .thenComparing(Assessment.Unassessed::subject);

  /** Places and days whose parameters are kept at most. */
  private static final int MAX_PLACES = 10_000;

  private final PolicyBundle bundle;
  private final List<CompiledRule> firstPass = new ArrayList<>();
  private final List<CompiledRule> secondPass = new ArrayList<>();

  private final Map<ParametersInForce.Place, ParametersInForce> parametersByPlace = new HashMap<>();

  private final Map<String, String> categories = new HashMap<>();

  private final Proposing proposing;

  private Indicators asked;
  private List<Hit> firstHits = List.of();

  /** Thrown where a condition is not well-formed or not of the right type. */
  public static final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleException(RuleCompiler.Owner owner, String part, String problem) {
      super(owner.where() + ": " + owner.id() + " " + part + ": " + problem);
    }
  }

  /** Compiles all rules of a bundle; throws {@link RuleException} at the first that is wrong. */
  public RuleBook(PolicyBundle bundle) {
    this(bundle, true);
  }

  private RuleBook(PolicyBundle bundle, boolean directly) {
    this.bundle = bundle;
    RuleCompiler compiler = new RuleCompiler(Vocabulary.of(() -> asked, this::firing), directly);
    for (Rule rule : bundle.rules()) {
      boolean second = rule.raise() != null || RuleNeeds.of(rule).ofTheSecondPass();
      (second ? secondPass : firstPass).add(CompiledRule.of(rule, compiler));
      categories.put(rule.id(), rule.category());
    }
    proposing = new Proposing(bundle.classes(), compiler);
  }

  /** By CEL's own runtime alone, for the test that holds the direct way against it. */
  static RuleBook byCel(PolicyBundle bundle) {
    return new RuleBook(bundle, false);
  }

  /** The bundle that was compiled. */
  public PolicyBundle bundle() {
    return bundle;
  }

  /** What all rules say of a household, every hit with its evidence. */
  public Assessment assess(HouseholdView view, Completeness completeness) {
    return ask(view, completeness, true);
  }

  /**
   * The same without evidence: mostly nothing has changed, and then nobody reads it. Writing it
   * down costs as much as finding out.
   */
  public Assessment judge(HouseholdView view, Completeness completeness) {
    return ask(view, completeness, false);
  }

  /** The class that a household's figures suggest, with their evidence. */
  public Proposed propose(HouseholdView view, Completeness completeness) {
    return proposing.propose(
        view, parameters(view), completeness, indicators -> asked = indicators);
  }

  private Assessment ask(HouseholdView view, Completeness completeness, boolean explained) {
    Asking asking = asking(view, completeness, explained);
    firstPass.forEach(asking::ask);
    firstHits = asking.hits();
    List<Hit> hits = new ArrayList<>(asking.hits());
    int nextDueDay = asking.nextDueDay();
    for (CompiledRule compiled : secondPass) {
      Asking second = asking(view, completeness, explained);
      second.ask(compiled);
      asking.unassessed().addAll(second.unassessed());
      nextDueDay = Math.min(nextDueDay, second.nextDueDay());
      if (compiled.rule().raise() == null) {
        hits.addAll(second.hits());
      } else if (!second.hits().isEmpty()) {
        hits = raise(hits, compiled.rule(), second.hits().get(0));
      }
    }
    hits.sort(BY_RULE_AND_SUBJECT);
    asking.unassessed().sort(UNASSESSED_BY_RULE_AND_SUBJECT);
    return new Assessment(view.asOf(), hits, asking.unassessed(), nextDueDay);
  }

  private Asking asking(HouseholdView view, Completeness completeness, boolean explained) {
    return new Asking(
        view, parameters(view), completeness, explained, indicators -> asked = indicators);
  }

  private ParametersInForce parameters(HouseholdView view) {
    if (parametersByPlace.size() >= MAX_PLACES) {
      parametersByPlace.clear(); // days pass: most of them are never asked for again
    }
    return parametersByPlace.computeIfAbsent(
        ParametersInForce.Place.of(view), place -> new ParametersInForce(bundle, place));
  }

  private boolean firing(Predicate<Vocabulary.FirstHit> such) {
    return firstHits.stream()
        .anyMatch(
            hit -> such.test(new Vocabulary.FirstHit(family(hit), categories.get(hit.ruleId()))));
  }

  /**
   * Raises the hits of the families, and adds the raising rule's own hit, as urgent as they are.
   */
  private static List<Hit> raise(List<Hit> hits, Rule rule, Hit own) {
    List<Hit> raised = new ArrayList<>();
    Urgency highest = null;
    for (Hit hit : hits) {
      if (rule.raise().families().contains(family(hit))) {
        Urgency up = hit.urgency().up(rule.raise().tiers());
        highest = Urgency.higher(highest, up);
        raised.add(hit.raised(up, rule.id()));
      } else {
        raised.add(hit);
      }
    }
    raised.add(own.raised(highest, ""));
    return raised;
  }

  private static String family(Hit hit) {
    return hit.ruleId().substring(0, 1);
  }
}
