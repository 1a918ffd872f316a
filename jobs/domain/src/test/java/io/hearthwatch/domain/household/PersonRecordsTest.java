package io.hearthwatch.domain.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.body.ApplicationMade;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.MemberJoined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** In whatever order households tell of a person, each ends with the same of what others told. */
class PersonRecordsTest {

  private static final Retention RETENTION = new Retention(Lines.ZONE, 36);
  private static final Set<EventType> PASSED_ON =
      Set.of(EventType.GRANT_APPROVED, EventType.MEMBER_JOINED);
  private static final List<String> HOUSEHOLDS = List.of("A", "B", "C");

  @Test
  void anyOrderAndAnyRepetitionEndTheSame() {
    for (long seed = 0; seed < 200; seed++) {
      List<HouseholdEvent> told = nation(new Random(seed));
      Map<String, TreeSet<String>> expected = end(told);
      assertThat(expected).as("seed " + seed).isNotEmpty();
      for (long order = 0; order < 5; order++) {
        List<HouseholdEvent> shuffled = new ArrayList<>(told);
        Random random = new Random(1000 * seed + order);
        for (int i = random.nextInt(4); i > 0; i--) {
          shuffled.add(told.get(random.nextInt(told.size())));
        }
        Collections.shuffle(shuffled, random);
        assertThat(end(shuffled)).as("seed " + seed + ", order " + order).isEqualTo(expected);
      }
    }
  }

  @Test
  void anEarlierGrantIsToldToAHouseholdThatSpeaksLater() {
    PersonRecords records = PersonRecords.none();
    PersonRecords.Taken first = records.take(grant("A", 1, 0, EventKind.NOTIFY, 100), RETENTION);
    assertThat(first.passed()).isEmpty();
    PersonRecords.Taken second =
        first.records().take(grant("B", 2, 0, EventKind.NOTIFY, 200), RETENTION);
    assertThat(second.passed())
        .extracting(passed -> passed.toHousehold() + " " + passed.event().householdId())
        .containsExactlyInAnyOrder("B A", "A B");
    PersonRecords.Taken taken =
        second.records().take(grant("A", 1, 1, EventKind.VOID, 100), RETENTION);
    assertThat(taken.passed())
        .extracting(passed -> passed.toHousehold() + " " + passed.event().kind())
        .containsExactly("B VOID");
    assertThat(taken.records().take(grant("A", 1, 0, EventKind.NOTIFY, 100), RETENTION).passed())
        .as("what does not survive is not passed on")
        .isEmpty();
  }

  @Test
  void whatItsOwnHouseholdRefusesAsTooOldIsToldToNobody() {
    PersonRecords records =
        PersonRecords.none().take(grant("A", 1, 0, EventKind.NOTIFY, 1), RETENTION).records();
    HouseholdEvent late = told("B", 2, 0, EventKind.NOTIFY, "2018-01-01", "2023-05-01", grantOf(1));
    assertThat(records.take(late, RETENTION).passed()).isEmpty();
  }

  /** The event is A's; B told it first or last, and is barred from it. */
  @Test
  void whatAHouseholdIsBarredFromIsTakenBackFromTheOthers() {
    HouseholdEvent ofA = grant("A", 1, 0, EventKind.NOTIFY, 100);
    HouseholdEvent ofB = grant("B", 1, 0, EventKind.NOTIFY, 100);
    HouseholdEvent knownToC = grant("C", 3, 0, EventKind.NOTIFY, 300);
    for (List<HouseholdEvent> order :
        List.of(
            List.of(knownToC, ofA, ofB, ofB.barring()),
            List.of(knownToC, ofA, ofB.barring(), ofB),
            List.of(knownToC, ofB, ofB.barring(), ofA))) {
      PersonRecords records = PersonRecords.none();
      Map<String, String> heardByC = new TreeMap<>();
      for (HouseholdEvent event : order) {
        PersonRecords.Taken taken = records.take(event, RETENTION);
        records = taken.records();
        for (PersonRecords.Passed passed : taken.passed()) {
          if (passed.toHousehold().equals("C")) {
            heardByC.put(passed.event().householdId(), passed.event().kind().name());
          }
        }
      }
      assertThat(heardByC).containsExactly(Map.entry("A", "NOTIFY"), Map.entry("B", "VOID"));
    }
  }

  @Test
  void onlyWhatOthersNeedConcernsThem() {
    assertThat(PersonRecords.concerns(grant("A", 1, 0, EventKind.NOTIFY, 1))).isTrue();
    assertThat(
            PersonRecords.concerns(
                Lines.event(
                    1, "2023-01-01", "p", new ExpenseIncurred("medical", 1, 0, 0, 0, 0, 0, 0))))
        .isFalse();
    assertThat(PersonRecords.concerns(Lines.event(1, "2023-01-01", null, grantOf(1)))).isFalse();
  }

  /** A grant that turns out to be something else is a grant no longer, for the others too. */
  @Test
  void aCorrectionOfTheTypeReachesTheOthers() {
    HouseholdEvent grant = grant("A", 1, 0, EventKind.NOTIFY, 100);
    HouseholdEvent application =
        told(
            "A", 1, 1, EventKind.CORRECT, "2023-02-01", "2023-05-01", new ApplicationMade("dibao"));
    HouseholdEvent knownToB = grant("B", 2, 0, EventKind.NOTIFY, 200);
    assertThat(PersonRecords.concerns(application)).isTrue();
    for (List<HouseholdEvent> order :
        List.of(
            List.of(knownToB, grant, application),
            List.of(knownToB, application, grant),
            List.of(application, grant, knownToB))) {
      assertThat(end(order).get("A")).as("A of B").hasSize(1);
      assertThat(end(order).getOrDefault("B", new TreeSet<>())).as("B of A").isEmpty();
    }
  }

  /** Bills are nobody else's business, however often they are corrected. */
  @Test
  void aCorrectedBillIsToldToNobody() {
    HouseholdEvent bill =
        told(
            "A",
            1,
            1,
            EventKind.CORRECT,
            "2023-02-01",
            "2023-05-01",
            new ExpenseIncurred("medical", 1, 0, 0, 0, 0, 0, 0));
    HouseholdEvent knownToB = grant("B", 2, 0, EventKind.NOTIFY, 200);
    assertThat(end(List.of(knownToB, bill))).doesNotContainKey("B");
    assertThat(end(List.of(bill, knownToB))).doesNotContainKey("B");
  }

  /** Its own household refuses the version of another source. */
  @Test
  void aVersionOfAnotherSourceIsToldToNobody() {
    HouseholdEvent grant = grant("A", 1, 0, EventKind.NOTIFY, 100);
    HouseholdEvent voided = grant("A", 1, 1, EventKind.VOID, 100);
    HouseholdEvent ofAnotherSource =
        new HouseholdEvent(
            voided.eventId(),
            voided.kind(),
            voided.revision(),
            "charity",
            voided.householdId(),
            voided.personId(),
            voided.registeredRegion(),
            voided.helpingRegion(),
            voided.occurredOn(),
            voided.reportedAt(),
            voided.body());
    PersonRecords records =
        PersonRecords.none()
            .take(grant("B", 2, 0, EventKind.NOTIFY, 200), RETENTION)
            .records()
            .take(grant, RETENTION)
            .records();
    assertThat(records.take(ofAnotherSource, RETENTION).passed()).isEmpty();
    assertThat(records.take(voided, RETENTION).passed()).isNotEmpty();
  }

  @Test
  void aPersonOfTooManyRecordsIsBounded() {
    PersonRecords records = PersonRecords.none();
    for (int id = 0; id < PersonRecords.MAX_EVENTS + 10; id++) {
      records = records.take(grant("A", id, 0, EventKind.NOTIFY, 1), RETENTION).records();
    }
    assertThat(records).hasToString(PersonRecords.MAX_EVENTS + " events of a person");
  }

  /** What each household knows of the others in the end, of what others need to know. */
  private static Map<String, TreeSet<String>> end(List<HouseholdEvent> events) {
    PersonRecords records = PersonRecords.none();
    Map<String, HouseholdProfile> profiles = new HashMap<>();
    for (HouseholdEvent event : events) {
      PersonRecords.Taken taken = records.take(event, RETENTION);
      records = PersonRecords.ofBytes(taken.records().toBytes());
      for (PersonRecords.Passed passed : taken.passed()) {
        profiles.merge(
            passed.toHousehold(),
            HouseholdProfile.empty().told(passed.event()),
            (before, one) -> before.told(passed.event()));
      }
    }
    Map<String, TreeSet<String>> end = new TreeMap<>();
    profiles.forEach(
        (household, profile) ->
            end.put(
                household,
                profile.elsewhere().lines().stream()
                    .flatMap(List::stream)
                    .filter(line -> !line.voided() && PASSED_ON.contains(line.type()))
                    .map(line -> line.id() + " r" + line.revision() + " " + line.body())
                    .collect(Collectors.toCollection(TreeSet::new))));
    return end;
  }

  private static List<HouseholdEvent> nation(Random random) {
    List<HouseholdEvent> told = new ArrayList<>();
    int events = 3 + random.nextInt(6);
    for (int id = 0; id < events; id++) {
      String household = HOUSEHOLDS.get(random.nextInt(HOUSEHOLDS.size()));
      EventBody body =
          random.nextBoolean() ? grantOf(id) : new MemberJoined("marriage", null, null);
      for (int revision = 0; revision <= random.nextInt(3); revision++) {
        EventKind kind =
            revision == 0
                ? EventKind.NOTIFY
                : random.nextBoolean() ? EventKind.CORRECT : EventKind.VOID;
        EventBody content =
            revision > 0 && random.nextInt(4) == 0 ? new ApplicationMade("dibao") : body;
        told.add(told(household, id, revision, kind, "2023-01-1" + id, "2023-05-01", content));
      }
    }
    told.add(grant("A", 100, 0, EventKind.NOTIFY, 1));
    told.add(grant("B", 101, 0, EventKind.NOTIFY, 1));
    return told;
  }

  private static GrantApproved grantOf(long fen) {
    return new GrantApproved("dibao", "illness", Month.ofNumber(202301), fen, null, null);
  }

  private static HouseholdEvent grant(
      String household, long id, int revision, EventKind kind, long fen) {
    return told(household, id, revision, kind, "2023-01-10", "2023-01-11", grantOf(fen));
  }

  private static HouseholdEvent told(
      String household,
      long id,
      int revision,
      EventKind kind,
      String on,
      String reported,
      EventBody body) {
    return new HouseholdEvent(
        new EventId(id, 7),
        kind,
        revision,
        "civil-affairs",
        household,
        "p",
        "110101",
        null,
        Lines.day(on),
        RETENTION.startMs(Lines.day(reported)),
        body);
  }
}
