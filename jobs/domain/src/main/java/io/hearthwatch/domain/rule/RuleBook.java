package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Who is a member, and where the household is registered. */
  static final Set<EventType> DECIDE_ANYTHING =
      Set.of(
          EventType.MEMBER_JOINED,
          EventType.MEMBER_LEFT,
          EventType.MEMBER_DIED,
          EventType.HOUSEHOLD_REGISTERED,
          EventType.HOUSEHOLD_MOVED);

  private final PolicyBundle bundle;
  private final List<CompiledRule> firstPass = new ArrayList<>();
  private final List<CompiledRule> secondPass = new ArrayList<>();
  private final List<CompiledRule> ofFeeds = new ArrayList<>();

  private final Map<ParametersInForce.Place, ParametersInForce> parametersByPlace = new HashMap<>();

  private final RegionsSpokenOf regions;

  private final Map<String, String> categories = new HashMap<>();
  private final Set<String> memberRules = new HashSet<>();

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
    regions = new RegionsSpokenOf(bundle.parameters().values());
    RuleCompiler compiler = new RuleCompiler(Vocabulary.of(() -> asked, this::firing), directly);
    for (Rule rule : bundle.rules()) {
      passOf(rule).add(CompiledRule.of(rule, compiler));
      categories.put(rule.id(), rule.category());
      if (rule.scope() == Rule.Scope.MEMBER) {
        memberRules.add(rule.id());
      }
    }
    proposing = new Proposing(bundle.classes(), compiler);
  }

  private List<CompiledRule> passOf(Rule rule) {
    if (rule.scope() == Rule.Scope.SOURCE) {
      return ofFeeds;
    }
    return rule.raise() != null || RuleNeeds.of(rule).ofTheSecondPass() ? secondPass : firstPass;
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

  /** What the rules of the scope source say of a feed, every hit with its evidence. */
  public Assessment assess(FeedView feed) {
    Asking asking =
        new Asking(
            new HouseholdView(List.of(), feed.asOf()),
            feed.feed().regionPrefix(),
            parameters(feed.feed().regionPrefix(), Optional.empty(), feed.asOf()),
            Completeness.NONE,
            true,
            indicators -> asked = indicators);
    List<Hit> hits = new ArrayList<>();
    List<Assessment.Unassessed> unassessed = new ArrayList<>();
    for (CompiledRule compiled : ofFeeds) {
      Asking.RuleAnswer answer = asking.ask(compiled, feed);
      hits.addAll(answer.hits());
      unassessed.addAll(answer.unassessed());
    }
    // It is looked at every day anyway.
    return new Assessment(feed.asOf(), hits, List.of(), unassessed, Assessment.NOTHING_DUE);
  }

  /** The class that a household's figures suggest, with their evidence. */
  public Proposed propose(HouseholdView view, Completeness completeness) {
    return proposing.propose(
        view, region(view), parameters(view), completeness, indicators -> asked = indicators);
  }

  /**
   * The same as {@link #judge}, but only the rules are asked whose inputs have changed since the
   * same household was asked as of the same date, by this book, with the same completeness.
   *
   * @param before what was said then; null asks all
   * @param changed types of all events that were taken in since
   */
  Judged judge(
      HouseholdView view, Completeness completeness, Judged before, Set<EventType> changed) {
    boolean all = before == null || decidesAnything(view, changed);
    Asking asking = asking(view, completeness, false);
    Asking.RuleAnswer[] answers = new Asking.RuleAnswer[firstPass.size()];
    for (int i = 0; i < answers.length; i++) {
      CompiledRule compiled = firstPass.get(i);
      answers[i] =
          all || !Collections.disjoint(compiled.reads(), changed)
              ? asking.ask(compiled)
              : before.answers()[i];
    }
    return new Judged(
        together(view, completeness, false, muting(view, completeness), answers), answers);
  }

  /**
   * Whether sources are complete through the same days for a household. They speak all day long,
   * each of its cities; hardly ever of this one's.
   */
  boolean sameCompleteness(Completeness one, Completeness other, HouseholdView view) {
    return one.sameFor(other, view.region(), region(view));
  }

  /** What was said of a household, and what each rule of the first pass said. */
  record Judged(Assessment assessment, Asking.RuleAnswer[] answers) {}

  /** Who is a member and where the household is registered may decide any rule. */
  private static boolean decidesAnything(HouseholdView view, Set<EventType> changed) {
    return !view.registered()
        || !view.membership().known()
        || !Collections.disjoint(DECIDE_ANYTHING, changed);
  }

  private Assessment ask(HouseholdView view, Completeness completeness, boolean explained) {
    return ask(view, completeness, explained, muting(view, completeness));
  }

  /** What a visit did not confirm was a hit as of its day, whether it was muted then or not. */
  private Muting muting(HouseholdView view, Completeness completeness) {
    return Muting.of(
        view,
        () -> parameters(view),
        memberRules,
        day -> ask(view.on(day), completeness, false, Muting.none()).hits());
  }

  private Assessment ask(
      HouseholdView view, Completeness completeness, boolean explained, Muting muting) {
    Asking asking = asking(view, completeness, explained);
    Asking.RuleAnswer[] answers =
        firstPass.stream().map(asking::ask).toArray(Asking.RuleAnswer[]::new);
    return together(view, completeness, explained, muting, answers);
  }

  private Assessment together(
      HouseholdView view,
      Completeness completeness,
      boolean explained,
      Muting muting,
      Asking.RuleAnswer... answers) {
    List<Hit> hits = new ArrayList<>();
    List<Assessment.Unassessed> unassessed = new ArrayList<>();
    int nextDay = Assessment.NOTHING_DUE;
    for (Asking.RuleAnswer answer : answers) {
      hits.addAll(answer.hits());
      unassessed.addAll(answer.unassessed());
      nextDay = Math.min(nextDay, answer.nextDay());
    }
    muting.mute(hits); // before the second pass is asked, for it asks about other days
    firstHits = List.copyOf(hits);
    List<Hit> secondHits = new ArrayList<>(0);
    Asking asking = secondPass.isEmpty() ? null : asking(view, completeness, explained);
    for (CompiledRule compiled : secondPass) {
      Asking.RuleAnswer answer = asking.ask(compiled);
      unassessed.addAll(answer.unassessed());
      nextDay = Math.min(nextDay, answer.nextDay());
      secondHits.addAll(answer.hits());
      if (compiled.rule().raise() == null) {
        hits.addAll(answer.hits());
      } else if (!answer.hits().isEmpty()) {
        hits = raise(hits, compiled.rule(), answer.hits().get(0), muting);
      }
    }
    muting.mute(secondHits);
    hits.sort(BY_RULE_AND_SUBJECT);
    unassessed.sort(UNASSESSED_BY_RULE_AND_SUBJECT);
    return new Assessment(
        view.asOf(), hits, muting.muted(), unassessed, Math.min(nextDay, muting.nextDay()));
  }

  private Asking asking(HouseholdView view, Completeness completeness, boolean explained) {
    return new Asking(
        view,
        region(view),
        parameters(view),
        completeness,
        explained,
        indicators -> asked = indicators);
  }

  private ParametersInForce parameters(HouseholdView view) {
    return parameters(region(view), view.residence(), view.asOf());
  }

  /** The code under which its place is looked up: codes become others. */
  private String region(HouseholdView view) {
    return bundle.regionCodes().at(view.region(), view.asOf());
  }

  private ParametersInForce parameters(String region, Optional<String> residence, int day) {
    if (parametersByPlace.size() >= MAX_PLACES) {
      parametersByPlace.clear(); // days pass: most of them are never asked for again
    }
    ParametersInForce.Place place =
        new ParametersInForce.Place(regions.spokenOf(region), residence, day);
    ParametersInForce known = parametersByPlace.get(place);
    if (known == null) {
      known = new ParametersInForce(bundle, place);
      parametersByPlace.put(place, known);
    }
    return known;
  }

  private boolean firing(Predicate<Vocabulary.FirstHit> such) {
    return firstHits.stream()
        .anyMatch(
            hit -> such.test(new Vocabulary.FirstHit(family(hit), categories.get(hit.ruleId()))));
  }

  /**
   * Raises the hits of the families, and adds the raising rule's own hit: as urgent as those that
   * are not muted, or, where all are, as all of them, and muted with them.
   */
  private static List<Hit> raise(List<Hit> hits, Rule rule, Hit own, Muting muting) {
    List<Hit> all = new ArrayList<>();
    List<Hit> raised = new ArrayList<>();
    for (Hit hit : hits) {
      boolean raises = rule.raise().families().contains(family(hit));
      Hit up = raises ? hit.raised(hit.urgency().up(rule.raise().tiers()), rule.id()) : hit;
      all.add(up);
      if (raises) {
        raised.add(up);
      }
    }
    muting.muteWith(own, raised);
    boolean muted = muting.isMuted(own);
    all.add(
        own.raised(
            raised.stream()
                .filter(hit -> muted || !muting.isMuted(hit))
                .map(Hit::urgency)
                .reduce(null, Urgency::higher),
            ""));
    return all;
  }

  private static String family(Hit hit) {
    return hit.ruleId().substring(0, 1);
  }
}
