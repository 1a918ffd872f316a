package io.hearthwatch.domain.rule;

import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private Indicators asked;
  private List<Hit> firstHits = List.of();

  private record CompiledUrgency(Expression condition, Urgency urgency) {}

  private record CompiledRule(
      Rule rule,
      Expression when,
      Expression measure,
      Expression dueDays,
      List<CompiledUrgency> urgencies) {}

  /** Thrown where a condition is not well-formed or not of the right type. */
  public static final class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleException(Rule rule, String part, String problem) {
      super(rule.where() + ": " + rule.id() + " " + part + ": " + problem);
    }
  }

  /** Compiles all rules of a bundle; throws {@link RuleException} at the first that is wrong. */
  public RuleBook(PolicyBundle bundle) {
    this(bundle, true);
  }

  private RuleBook(PolicyBundle bundle, boolean directly) {
    this.bundle = bundle;
    RuleCompiler compiler = new RuleCompiler(new Vocabulary(() -> asked, this::firing), directly);
    for (Rule rule : bundle.rules()) {
      (rule.raise() == null ? firstPass : secondPass).add(compile(rule, compiler));
    }
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

  private Assessment ask(HouseholdView view, Completeness completeness, boolean explained) {
    Asking asking = new Asking(view, completeness, explained);
    firstPass.forEach(asking::ask);
    firstHits = asking.hits;
    List<Hit> hits = new ArrayList<>(asking.hits);
    for (CompiledRule compiled : secondPass) {
      Asking second = new Asking(view, completeness, explained);
      second.ask(compiled);
      asking.unassessed.addAll(second.unassessed);
      if (!second.hits.isEmpty()) {
        hits = raise(hits, compiled.rule, second.hits.get(0));
      }
    }
    hits.sort(BY_RULE_AND_SUBJECT);
    asking.unassessed.sort(UNASSESSED_BY_RULE_AND_SUBJECT);
    return new Assessment(view.asOf(), hits, asking.unassessed, asking.nextDueDay);
  }

  private ParametersInForce parameters(HouseholdView view) {
    if (parametersByPlace.size() >= MAX_PLACES) {
      parametersByPlace.clear(); // days pass: most of them are never asked for again
    }
    return parametersByPlace.computeIfAbsent(
        ParametersInForce.Place.of(view), place -> new ParametersInForce(bundle, place));
  }

  private boolean firing(List<String> families) {
    return firstHits.stream().anyMatch(hit -> families.contains(family(hit)));
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

  /** One household being asked all rules. */
  private final class Asking {
    private final HouseholdView view;
    private final Completeness completeness;
    private final boolean explained;
    private final ParametersInForce parameters;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Assessment.Unassessed> unassessed = new ArrayList<>();
    private int nextDueDay = Assessment.NOTHING_DUE;

    Asking(HouseholdView view, Completeness completeness, boolean explained) {
      this.view = view;
      this.completeness = completeness;
      this.explained = explained;
      parameters = parameters(view);
      listenWith(Evidence.NONE);
    }

    private void listenWith(Evidence evidence) {
      asked = Indicators.of(new Asked(view, parameters, completeness, evidence));
    }

    void ask(CompiledRule compiled) {
      switch (compiled.rule.scope()) {
        case HOUSEHOLD -> ask(compiled, "", null);
        case MEMBER -> {
          for (String personId : persons()) {
            ask(compiled, personId, new Vocabulary.MemberRef(personId));
          }
        }
        case ACCIDENT -> {
          for (LedgerLine accident : view.lines(EventType.ACCIDENT_HAPPENED)) {
            askOfAccident(compiled, accident);
          }
        }
      }
    }

    /** Members of any time; while membership is unknown, everybody who is spoken of. */
    private Set<String> persons() {
      if (view.membership().known()) {
        return view.membership().everMembers();
      }
      return new LinkedHashSet<>(view.persons());
    }

    private void askOfAccident(CompiledRule compiled, LedgerLine accident) {
      String subject = EventId.shortText(accident.id());
      Rule.Absence absence = compiled.rule.absence();
      if (absence == null) {
        ask(compiled, subject, accident);
        return;
      }
      try {
        int due = accident.day() + Math.toIntExact((Long) known(compiled.dueDays.ask(accident)));
        if (view.asOf() < due) {
          nextDueDay = Math.min(nextDueDay, due);
          return;
        }
        int askedBefore = unassessed.size();
        int hitsBefore = hits.size();
        ask(compiled, subject, accident);
        boolean waits = hits.size() > hitsBefore || unassessed.size() > askedBefore;
        String silent = waits ? silentSource(absence, due) : null;
        if (silent != null) {
          hits.subList(hitsBefore, hits.size()).clear();
          unassessed.subList(askedBefore, unassessed.size()).clear();
          cannotAssess(compiled, subject, "source-incomplete", silent);
          nextDueDay = Math.min(nextDueDay, view.asOf() + 1);
        }
      } catch (CelEvaluationException | RuntimeException e) {
        if (!knownToBeFalse(compiled, accident)) {
          cannotAssess(compiled, subject, e);
        }
      }
    }

    /** Where the deadline is unknown the condition may still be known not to hold. */
    private boolean knownToBeFalse(CompiledRule compiled, Object of) {
      try {
        return Boolean.FALSE.equals(compiled.when.ask(of));
      } catch (CelEvaluationException | RuntimeException e) {
        return false;
      }
    }

    private String silentSource(Rule.Absence absence, int due) {
      return absence.clearedBy().stream()
          .filter(source -> completeness.throughDay(source, view.region()) < due)
          .findFirst()
          .orElse(null);
    }

    private void ask(CompiledRule compiled, String subject, Object of) {
      try {
        Object holds = compiled.when.ask(of);
        if (holds instanceof NotAssessable unknown) {
          cannotAssess(compiled, subject, unknown.reason());
          return;
        } else if (!(Boolean) holds) {
          return;
        }
        hits.add(
            explained ? explain(compiled, subject, of) : hit(compiled, subject, of, Evidence.NONE));
      } catch (CelEvaluationException | RuntimeException e) {
        cannotAssess(compiled, subject, e);
      }
    }

    /** Asks once more and writes down everything that was measured. */
    private Hit explain(CompiledRule compiled, String subject, Object of)
        throws CelEvaluationException {
      Evidence evidence = new Evidence();
      listenWith(evidence);
      try {
        compiled.when.ask(of);
        return hit(compiled, subject, of, evidence);
      } finally {
        listenWith(Evidence.NONE);
      }
    }

    private Hit hit(CompiledRule compiled, String subject, Object of, Evidence evidence)
        throws CelEvaluationException {
      long measure = (Long) known(compiled.measure.ask(of));
      Urgency urgency = urgency(compiled, of);
      return new Hit(
          compiled.rule.id(),
          subject,
          urgency,
          "",
          measure,
          evidence.allMeasured(),
          evidence.allLimits(),
          evidence.firstRecords(),
          evidence.recordCount());
    }

    /** The first urgency whose condition holds; one that cannot be assessed does not hold. */
    private Urgency urgency(CompiledRule compiled, Object of) {
      for (CompiledUrgency tier : compiled.urgencies) {
        try {
          if (tier.condition == null || (Boolean) known(tier.condition.ask(of))) {
            return tier.urgency;
          }
        } catch (CelEvaluationException | RuntimeException e) {
          cannotAssess(compiled, "urgency", e);
        }
      }
      throw new IllegalStateException(compiled.rule.id() + " has no urgency without condition");
    }

    private void cannotAssess(CompiledRule compiled, String subject, NotAssessable.Reason reason) {
      cannotAssess(compiled, subject, reason.code(), reason.detail());
    }

    private void cannotAssess(CompiledRule compiled, String subject, Exception failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof NotAssessable unknown) {
          cannotAssess(compiled, subject, unknown.reason());
          return;
        }
        if (cause instanceof ArithmeticException) {
          cannotAssess(compiled, subject, "overflow", "");
          return;
        }
      }
      cannotAssess(compiled, subject, "error", failure.getClass().getSimpleName());
    }

    private void cannotAssess(CompiledRule compiled, String subject, String code, String detail) {
      unassessed.add(new Assessment.Unassessed(compiled.rule.id(), subject, code, detail));
    }
  }

  private static Object known(Object answer) {
    if (answer instanceof NotAssessable unknown) {
      throw unknown;
    }
    return answer;
  }

  private static CompiledRule compile(Rule rule, RuleCompiler compiler) {
    List<CompiledUrgency> urgencies = new ArrayList<>();
    for (Rule.UrgencyCase tier : rule.urgencies()) {
      urgencies.add(
          new CompiledUrgency(
              compiler.compile(rule, "urgency", tier.condition(), SimpleType.BOOL),
              tier.urgency()));
    }
    return new CompiledRule(
        rule,
        compiler.compile(rule, "when", rule.when(), SimpleType.BOOL),
        compiler.compile(rule, "measure", rule.measure(), SimpleType.INT),
        rule.absence() == null
            ? null
            : compiler.compile(rule, "due", rule.absence().dueDays(), SimpleType.INT),
        urgencies);
  }
}
