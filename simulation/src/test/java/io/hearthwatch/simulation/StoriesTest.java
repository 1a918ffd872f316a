package io.hearthwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoriesTest {

  private static final Nation NATION = nation(1, 14, "36");
  private static final List<HouseholdEvent> ALL = NATION.stories().all();

  @Test
  void theyAreTheSameWhateverTheSeedAndTheRegion() {
    assertThat(nation(2, 14, "11").stories().all()).isEqualTo(ALL);
  }

  @Test
  void eachEventHasAnIdOfItsOwn() {
    Set<Object> ids = new HashSet<>();
    assertThat(ALL).filteredOn(event -> event.revision() == 0).allMatch(e -> ids.add(e.eventId()));
  }

  @Test
  void departmentsTellOnlyWhatIsTheirsAndAfterIt() {
    assertThat(ALL)
        .allMatch(event -> Sources.fits(event.source(), event.type()))
        .allMatch(event -> event.occurredOn() < Math.floorDiv(event.reportedAt(), 86_400_000L));
  }

  /** 145 homes, 238 households in dibao, and nobody whose aid stops before the next begins. */
  @Test
  void theFloodOfLongwangmiaoLosesNobody() {
    List<HouseholdEvent> village =
        ALL.stream().filter(e -> e.householdId().startsWith(FloodedVillage.ID)).toList();
    assertThat(households(village, DisasterImpact.class)).hasSize(238);
    assertThat(
            village.stream()
                .filter(
                    event -> event.body() instanceof DisasterImpact impact && !impact.homeUsable())
                .map(HouseholdEvent::householdId)
                .distinct())
        .hasSize(145);
    assertThat(households(village, ClassRecognised.class)).hasSize(238);
    village.stream()
        .collect(Collectors.groupingBy(HouseholdEvent::householdId))
        .values()
        .forEach(StoriesTest::aidHasNoGap);
  }

  private static void aidHasNoGap(List<HouseholdEvent> household) {
    List<HouseholdEvent> grants =
        household.stream()
            .filter(event -> event.body() instanceof GrantApproved)
            .sorted(Comparator.comparingInt(HouseholdEvent::occurredOn))
            .toList();
    assertThat(grants)
        .extracting(event -> ((GrantApproved) event.body()).programme())
        .containsExactly("disaster-emergency", "disaster-transition", "dibao");
    assertThat(grants.get(1).occurredOn() - grants.get(0).occurredOn()).isEqualTo(15);
    assertThat(grants.get(2).occurredOn() - grants.get(1).occurredOn()).isLessThanOrEqualTo(90);
  }

  @Test
  void theHouseholdOfHangzhouIsPaid2344YuanAMonth() {
    assertThat(
            ALL.stream()
                .filter(event -> event.householdId().equals(Reclassified.ID))
                .filter(event -> event.body() instanceof PaymentMade)
                .mapToLong(event -> ((PaymentMade) event.body()).amountFen())
                .sum())
        .isEqualTo(2_344_00);
  }

  /** Whoever measures how long after a fate an alert comes finds the day of each. */
  @Test
  void eachHardshipHasTheFateThatItCameFrom() throws Exception {
    StringWriter fates = new StringWriter();
    new Truth(NATION).writeFates(fates);
    assertThat(fates.toString().lines().filter(row -> row.startsWith("story-")))
        .hasSize(NATION.stories().households())
        .contains(
            "story-1-xiajiang,story-1-xiajiang-p2,illness,2023-12-03",
            "story-2-hangzhou,story-2-hangzhou-p2,illness,2023-07-02",
            "story-3-longwangmiao-238,,disaster,2023-07-08",
            "story-4-huimin,story-4-huimin-p1,illness,2023-12-09");
  }

  /** Of a nation that is too short the end is told, for there the stories lie. */
  @Test
  void aShortNationTellsTheEnd() {
    Nation month = nation(1, 1, "36");
    List<HouseholdEvent> told =
        month.stories().told(month.firstDay(), month.lastDay() + 1).stream()
            .filter(event -> event.householdId().equals(BigBills.ID))
            .toList();
    assertThat(told).hasSizeGreaterThan(10);
  }

  private static Set<String> households(List<HouseholdEvent> events, Class<?> body) {
    return events.stream()
        .filter(event -> body.isInstance(event.body()))
        .map(HouseholdEvent::householdId)
        .collect(Collectors.toSet());
  }

  static Nation nation(long seed, int months, String region) {
    Month first = Month.ofNumber(202312).plus(1 - months);
    return new Nation(seed, 10, first, months, region, Disorder.USUAL, Given.NOTHING);
  }
}
