package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.flink.EventHomes;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.flink.HouseholdMessage.OfMisfiled;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class EventHomesTest {

  private static final HouseholdEvent BILL = RiskFixtures.smallBill("home", "2023-05-20");

  @Test
  void passesOnWhatNamesAnotherHouseholdThanTheFirst() throws Exception {
    try (var homes = harness()) {
      homes.open();
      send(homes, BILL, of("other", BILL), BILL, of("third", BILL), of("other", BILL));
      assertThat(misfiled(homes)).containsExactly("other", "third", "other");
    }
  }

  @Test
  void remembersItAcrossARestart() throws Exception {
    OperatorSubtaskState state;
    try (var homes = harness()) {
      homes.open();
      send(homes, BILL);
      state = homes.snapshot(1, 1);
    }
    try (var homes = harness()) {
      homes.initializeState(state);
      homes.open();
      send(homes, of("other", BILL));
      assertThat(misfiled(homes)).containsExactly("other");
    }
  }

  /** Red twin: two events are not one event of two households. */
  @Test
  void anotherIdIsAnotherEvent() throws Exception {
    try (var homes = harness()) {
      homes.open();
      send(homes, BILL, RiskFixtures.smallBill("other", "2023-05-20"));
      assertThat(misfiled(homes)).isEmpty();
    }
  }

  /** To whoever keeps what is told of people; the household refuses it by itself. */
  @Test
  void whatNamesAnotherPersonGoesAside() throws Exception {
    try (var homes = harness()) {
      homes.open();
      send(homes, about("p1", BILL), about("p1", BILL), about("p2", BILL), about(null, BILL));
      assertThat(misfiled(homes)).isEmpty();
      assertThat(homes.getSideOutput(EventHomes.OTHER_PERSON))
          .extracting(record -> ((OfMisfiled) record.getValue()).event().personId())
          .containsExactly("p2", null);
    }
  }

  /** Ids of version 7 begin with the millisecond in which they were made. */
  @Test
  void idsThatBeginAlikeAreTwoEvents() throws Exception {
    EventId id = BILL.eventId();
    try (var homes = harness()) {
      homes.open();
      send(homes, BILL, with(new EventId(id.high(), id.low() + 1), of("other", BILL)));
      assertThat(misfiled(homes)).isEmpty();
    }
  }

  /** They are in state: published test vectors of FNV-1a, 32 bits, and of fmix64. */
  @Test
  void keyAndHashAreForEver() {
    assertThat(EventHomes.key(new EventId(0, 0))).isZero();
    assertThat(EventHomes.key(new EventId(0, 1))).isEqualTo(0xb456bcfc34c2cb2cL);
    assertThat(EventHomes.key(new EventId(7, 1))).isEqualTo(0xb456bcfc34c2cb2cL ^ 7);
    assertThat(EventHomes.hash("a", null)).isEqualTo(0xe40c292c_811c9dc5L);
    assertThat(EventHomes.hash("a", "foobar")).isEqualTo(0xe40c292c_bf9cf968L);
  }

  private static Harness harness() throws Exception {
    return new Harness();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<
          Long, Tuple3<Long, Long, byte[]>, HouseholdMessage> {
    Harness() throws Exception {
      super(
          new KeyedProcessOperator<>(new EventHomes(RiskFixtures.RETENTION)),
          named -> named.f0,
          Types.LONG);
    }
  }

  private static void send(Harness homes, HouseholdEvent... events) throws Exception {
    for (HouseholdEvent event : events) {
      homes.processElement(EventHomes.named(RiskFixtures.message(event)), event.reportedAt());
    }
  }

  private static List<String> misfiled(Harness homes) {
    return homes.extractOutputValues().stream().map(HouseholdMessage::householdId).toList();
  }

  private static HouseholdEvent of(String householdId, HouseholdEvent event) {
    return named(event.eventId(), householdId, event.personId(), event);
  }

  private static HouseholdEvent about(String personId, HouseholdEvent event) {
    return named(event.eventId(), event.householdId(), personId, event);
  }

  private static HouseholdEvent with(EventId id, HouseholdEvent event) {
    return named(id, event.householdId(), event.personId(), event);
  }

  private static HouseholdEvent named(
      EventId id, String householdId, String personId, HouseholdEvent event) {
    return new HouseholdEvent(
        id,
        event.kind(),
        event.revision(),
        event.source(),
        householdId,
        personId,
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt(),
        event.body());
  }
}
