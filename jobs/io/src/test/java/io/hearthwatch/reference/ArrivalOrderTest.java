package io.hearthwatch.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The law of arrival order: whatever the order, the repetition and the lists in which the same
 * versions come, and wherever the job restarts in between, the closing review says the same: also
 * while bundles and what is complete come at times of their own.
 */
class ArrivalOrderTest {

  private static final String FAILED_BEFORE = "failed-orders.txt";
  private static final int HOUSEHOLDS = 4;
  private static final int SEEDS_IN_THE_GATE = 60;
  private static final int SEEDS_IN_ALL = 1_000;

  /** What a nation came to, and how much of it there was to go wrong. */
  private record Run(Set<String> differing, int hits, int proposals) {}

  @Test
  void saysTheSameInEveryOrder() {
    check(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void saysTheSameInEveryOrderOfManyNations() {
    check(SEEDS_IN_ALL);
  }

  /** What visits and departments answer is among what is shuffled. */
  @Test
  void feedbackIsAmongTheEvents() {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    for (long seed = 1; seed <= SEEDS_IN_THE_GATE; seed++) {
      Nation.of(seed, HOUSEHOLDS, NationPolicy.COMMITTED).events().values().stream()
          .flatMap(List::stream)
          .forEach(raw -> types.add(DomainEvents.of(raw).type()));
    }
    assertThat(types).contains(EventType.VISIT_DONE, EventType.REFERRAL_ANSWERED);
  }

  /** Red twin: were a review to look by what was in force before, the same check would notice. */
  @Test
  void noticesThatABundleCameTooLate() {
    Nation nation = Nation.of(1, HOUSEHOLDS, NationPolicy.COMMITTED);
    List<PolicyInForce> policies = NationPolicy.comingIntoForce(nation);
    String household = nation.events().keySet().iterator().next();
    List<HouseholdEvent> events =
        nation.events().get(household).stream().map(DomainEvents::of).toList();
    StreamRun inTime = new StreamRun(household, policies);
    StreamRun late = new StreamRun(household, policies.subList(0, 2));
    inTime.feed(events, new Chance(1), UnaryOperator.identity());
    late.feed(events, new Chance(1), UnaryOperator.identity());
    assertThat(said(closingReview(late, nation, household)))
        .isNotEqualTo(said(closingReview(inTime, nation, household)));
  }

  /** Red twin: were one thing lost that a source said of itself, the same check would notice. */
  @Test
  void noticesThatASourceWasNotHeard() {
    for (long seed = 1; seed <= 5; seed++) {
      Nation nation = Nation.of(seed, HOUSEHOLDS, NationPolicy.COMMITTED);
      List<Object> whole = closing(nation, NationPolicy.of(nation));
      assertThat(NationPolicy.withOneLoss(nation))
          .as("losses in nation %d", seed)
          .anyMatch(lossy -> !closing(nation, lossy).equals(whole));
    }
  }

  /** What all households say in the end, by what was in force all the time. */
  private static List<Object> closing(Nation nation, PolicyInForce policy) {
    List<Object> said = new ArrayList<>();
    nation
        .events()
        .forEach(
            (household, raw) -> {
              StreamRun run = new StreamRun(household, policy);
              List<HouseholdEvent> events = raw.stream().map(DomainEvents::of).toList();
              run.feed(events, new Chance(1), UnaryOperator.identity());
              said.addAll(said(closingReview(run, nation, household)));
            });
    return said;
  }

  /** Red twin: were the version that comes last to survive, the same check would notice. */
  @Test
  void noticesThatTheLastOneToComeSurvives() {
    int noticed = 0;
    for (long seed = 1; seed <= 10; seed++) {
      noticed += run(seed, ArrivalOrderTest::lastComeSurvives).differing.isEmpty() ? 0 : 1;
    }
    assertThat(noticed).as("noticed in most of ten nations").isGreaterThanOrEqualTo(8);
  }

  private static void check(int seeds) {
    Set<String> differing = new HashSet<>();
    int hits = 0;
    int proposals = 0;
    for (long seed : Seeds.upTo(seeds, FAILED_BEFORE)) {
      Run run = run(seed, UnaryOperator.identity());
      differing.addAll(run.differing);
      hits += run.hits;
      proposals += run.proposals;
    }
    assertThat(differing).as("their seeds belong into %s", FAILED_BEFORE).isEmpty();
    assertThat(hits).as("hits that could have differed").isGreaterThan(10 * seeds * HOUSEHOLDS);
    assertThat(proposals).as("and proposals").isGreaterThan(seeds * HOUSEHOLDS / 2);
  }

  private static Run run(long seed, UnaryOperator<List<HouseholdEvent>> ledger) {
    Nation nation = Nation.of(seed, HOUSEHOLDS, NationPolicy.COMMITTED);
    List<PolicyInForce> policies = NationPolicy.comingIntoForce(nation);
    Chance chance = new Chance(~seed);
    Set<String> differing = new HashSet<>();
    int hits = 0;
    int proposals = 0;
    for (Map.Entry<String, List<RawEvent>> household : nation.events().entrySet()) {
      List<HouseholdEvent> events = household.getValue().stream().map(DomainEvents::of).toList();
      List<Answer> first = null;
      for (List<HouseholdEvent> order : orders(events, chance)) {
        StreamRun run = new StreamRun(household.getKey(), policies);
        run.feed(ledger.apply(order), chance, profile -> restartAtTimes(profile, chance));
        List<Answer> answers = closingReview(run, nation, household.getKey());
        first = first == null ? answers : first;
        if (!said(first).equals(said(answers))) {
          differing.add(household.getKey());
        }
      }
      hits += first.stream().mapToInt(answer -> answer.assessment().hits().size()).sum();
      proposals += (int) first.stream().filter(answer -> answer.proposal() != null).count();
    }
    return new Run(differing, hits, proposals);
  }

  /** One review that is acted on, then questions about the past. */
  private static List<Answer> closingReview(StreamRun run, Nation nation, String householdId) {
    List<Answer> answers = new ArrayList<>();
    answers.add(run.ask(nation.closing(), true));
    nation.asked().get(householdId).forEach(date -> answers.add(run.ask(date, false)));
    return answers;
  }

  /** All but the case, whose history is not covered by the law. */
  private static List<Object> said(List<Answer> answers) {
    return answers.stream()
        .<Object>map(
            answer -> Arrays.asList(answer.assessment(), answer.portrait(), answer.proposal()))
        .toList();
  }

  /** As they were reported, corrections before originals, and two shuffles with repetitions. */
  private static List<List<HouseholdEvent>> orders(List<HouseholdEvent> events, Chance chance) {
    Comparator<HouseholdEvent> byReport = Comparator.comparingLong(HouseholdEvent::reportedAt);
    Comparator<HouseholdEvent> byRevision = Comparator.comparingInt(HouseholdEvent::revision);
    return List.of(
        events.stream().sorted(byReport).toList(),
        StreamRun.disorder(events, 10, chance).stream().sorted(byRevision.reversed()).toList(),
        StreamRun.disorder(events, 0, chance),
        StreamRun.disorder(events, 50, chance));
  }

  private static HouseholdProfile restartAtTimes(HouseholdProfile profile, Chance chance) {
    return chance.percent(30) ? HouseholdProfile.ofBytes(profile.toBytes()) : profile;
  }

  /** Renumbers revisions by arrival. */
  private static List<HouseholdEvent> lastComeSurvives(List<HouseholdEvent> order) {
    List<HouseholdEvent> renumbered = new ArrayList<>();
    for (HouseholdEvent event : order) {
      renumbered.add(
          new HouseholdEvent(
              event.eventId(),
              event.kind(),
              renumbered.size(),
              event.source(),
              event.householdId(),
              event.personId(),
              event.registeredRegion(),
              event.helpingRegion(),
              event.occurredOn(),
              event.reportedAt(),
              event.body()));
    }
    return renumbered;
  }
}
