package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.flink.EventHomes;
import io.hearthwatch.io.flink.HouseholdMessage;
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

  /** It is in state: published test vectors of FNV-1a, 64 bits. */
  @Test
  void theHashIsForEver() {
    assertThat(EventHomes.hash("a")).isEqualTo(0xaf63dc4c8601ec8cL);
    assertThat(EventHomes.hash("foobar")).isEqualTo(0x85944171f73967e8L);
  }

  private static KeyedOneInputStreamOperatorTestHarness<
          Long, Tuple3<Long, Long, byte[]>, HouseholdMessage>
      harness() throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new EventHomes(RiskFixtures.RETENTION)),
        named -> named.f0,
        Types.LONG);
  }

  private static void send(
      KeyedOneInputStreamOperatorTestHarness<Long, Tuple3<Long, Long, byte[]>, HouseholdMessage>
          homes,
      HouseholdEvent... events)
      throws Exception {
    for (HouseholdEvent event : events) {
      homes.processElement(EventHomes.named(RiskFixtures.message(event)), event.reportedAt());
    }
  }

  private static List<String> misfiled(
      KeyedOneInputStreamOperatorTestHarness<Long, Tuple3<Long, Long, byte[]>, HouseholdMessage>
          homes) {
    return homes.extractOutputValues().stream().map(HouseholdMessage::householdId).toList();
  }

  private static HouseholdEvent of(String householdId, HouseholdEvent event) {
    return new HouseholdEvent(
        event.eventId(),
        event.kind(),
        event.revision(),
        event.source(),
        householdId,
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt(),
        event.body());
  }
}
