package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.MemberLeft;
import org.junit.jupiter.api.Test;

class RepeatedIdsTest {

  private final NameBasedId ids = new NameBasedId(NameBasedId.EVENTS);

  private HouseholdEvent event(String name, EventKind kind, int revision) {
    EventId id = ids.of(name);
    return new HouseholdEvent(
        id, kind, revision, "s", "h", null, "CN", null, 0, 0, new MemberLeft("other"));
  }

  @Test
  void onlyTheSameVersionIsARepetition() {
    RepeatedIds seen = new RepeatedIds(100);
    assertThat(seen.repeats(event("a", EventKind.NOTIFY, 0))).isFalse();
    assertThat(seen.repeats(event("b", EventKind.NOTIFY, 0))).isFalse();
    assertThat(seen.repeats(event("a", EventKind.CORRECT, 1))).isFalse();
    assertThat(seen.repeats(event("a", EventKind.VOID, 1))).isFalse();
    assertThat(seen.repeats(event("a", EventKind.NOTIFY, 0))).isTrue();
  }

  @Test
  void growsAndGivesUpAtTheLimit() {
    RepeatedIds seen = new RepeatedIds(50_000);
    for (int i = 0; i < 50_000; i++) {
      assertThat(seen.full()).isFalse();
      assertThat(seen.repeats(event("e" + i, EventKind.NOTIFY, 0))).isFalse();
    }
    assertThat(seen.full()).isTrue();
    assertThat(seen.repeats(event("e1", EventKind.NOTIFY, 0))).as("no longer noticed").isFalse();
  }
}
