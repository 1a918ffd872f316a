package io.hearthwatch.risk;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.PersonRecords;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Households that tell of each other's people: a child of two households, granted what excludes
 * each other, and a grandmother who is paid dibao in two.
 */
final class SharedHouseholds {

  static final List<String> IDS = List.of("shared-father", "shared-mother", "shared-uncle");

  private static final String FATHER = IDS.get(0);
  private static final String MOTHER = IDS.get(1);
  private static final String UNCLE = IDS.get(2);
  private static final String CHILD = "shared-child";
  private static final String GRANDMOTHER = "shared-grandmother";

  private final LocalDate last;
  private final List<HouseholdEvent> events = new ArrayList<>();

  private SharedHouseholds(LocalDate last) {
    this.last = last;
  }

  /** What is told of them until a day, in the order of the reports. */
  static List<HouseholdEvent> until(LocalDate last) {
    SharedHouseholds told = new SharedHouseholds(last);
    LocalDate begun = LocalDate.of(2020, 1, 1);
    for (String household : IDS) {
      told.tell(household, "civil-affairs", null, begun, new HouseholdRegistered("urban"));
    }
    for (String household : List.of(FATHER, MOTHER)) {
      told.tell(household, "civil-affairs", CHILD, begun, joined());
    }
    for (String household : List.of(FATHER, UNCLE)) {
      told.tell(household, "civil-affairs", GRANDMOTHER, begun, joined());
    }
    told.tell(FATHER, "civil-affairs", CHILD, last.minusDays(90), told.grant("tekun", 90_000));
    told.tell(
        MOTHER,
        "disabled-federation",
        CHILD,
        last.minusDays(80),
        told.grant("disability-hardship", 10_000));
    for (String household : List.of(FATHER, UNCLE)) {
      told.tell(
          household,
          "civil-affairs",
          GRANDMOTHER,
          last.minusDays(40),
          new PaymentMade("dibao", null, Month.of((int) last.minusDays(40).toEpochDay()), 50_000));
    }
    return told.events;
  }

  /**
   * The mother lets the child go. Her household has a member less; the father's, which is told of
   * it, has no longer a member of two.
   */
  static HouseholdEvent childLeavesMother(LocalDate on) {
    SharedHouseholds told = new SharedHouseholds(on);
    told.tell(MOTHER, "civil-affairs", CHILD, on.minusDays(1), new MemberLeft("moved-out"));
    return told.events.get(0);
  }

  /** Who hears of {@link #childLeavesMother}. */
  static List<String> concernedByTheChild() {
    return List.of(FATHER, MOTHER);
  }

  /** How many of these versions are passed on to other households. */
  static int passedOn(List<HouseholdEvent> events) {
    Map<String, PersonRecords> people = new HashMap<>();
    int passed = 0;
    for (HouseholdEvent event : events) {
      if (PersonRecords.concerns(event)) {
        PersonRecords.Taken taken =
            people
                .getOrDefault(event.personId(), PersonRecords.none())
                .take(event, RiskFixtures.RETENTION);
        people.put(event.personId(), taken.records());
        passed += taken.passed().size();
      }
    }
    return passed;
  }

  private static MemberJoined joined() {
    return new MemberJoined("registration", null, null);
  }

  private GrantApproved grant(String programme, long fen) {
    return new GrantApproved(
        programme, "other", Month.of((int) last.toEpochDay()), fen, null, null);
  }

  /** Reported about noon, in the order in which they are told. */
  private void tell(String household, String source, String person, LocalDate on, EventBody body) {
    String name = household + "/" + person + "/" + body.type() + "/" + on;
    events.add(
        new HouseholdEvent(
            EventId.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
            EventKind.NOTIFY,
            0,
            source,
            household,
            person,
            "110101",
            null,
            (int) on.toEpochDay(),
            RiskFixtures.RETENTION.startMs((int) on.toEpochDay())
                + 43_200_000L
                + 1_000L * events.size(),
            body));
  }
}
