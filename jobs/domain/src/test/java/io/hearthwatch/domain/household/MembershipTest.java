package io.hearthwatch.domain.household;

import static io.hearthwatch.domain.household.Lines.day;
import static io.hearthwatch.domain.household.Lines.event;
import static io.hearthwatch.domain.household.Lines.lines;
import static io.hearthwatch.domain.household.Lines.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;
import io.hearthwatch.domain.rule.HouseholdView;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final EventBody JOINED = new MemberJoined("birth", null, null);
  private static final EventBody LEFT = new MemberLeft("marriage");
  private static final EventBody DIED = new MemberDied("illness");

  private static Membership membership(HouseholdEvent... events) {
    return new HouseholdView(lines(events), day("2023-12-31")).membership();
  }

  @Test
  void theDayOfJoiningAndTheDayOfLeavingCount() {
    Membership membership =
        membership(event(1, "2023-01-10", "a", JOINED), event(2, "2023-03-10", "a", LEFT));
    assertThat(membership.isMember("a", day("2023-01-09"))).isFalse();
    assertThat(membership.isMember("a", day("2023-01-10"))).isTrue();
    assertThat(membership.isMember("a", day("2023-03-10"))).isTrue();
    assertThat(membership.isMember("a", day("2023-03-11"))).isFalse();
  }

  @Test
  void deathEndsMembershipLikeLeaving() {
    Membership membership =
        membership(event(1, "2023-01-10", "a", JOINED), event(2, "2023-03-10", "a", DIED));
    assertThat(membership.isMember("a", day("2023-03-10"))).isTrue();
    assertThat(membership.isMember("a", day("2023-03-11"))).isFalse();
  }

  @Test
  void whoComesBackIsAMemberAgain() {
    Membership membership =
        membership(
            event(1, "2023-01-10", "a", JOINED),
            event(2, "2023-03-10", "a", LEFT),
            event(3, "2023-06-01", "a", JOINED));
    assertThat(membership.isMember("a", day("2023-05-31"))).isFalse();
    assertThat(membership.isMember("a", day("2023-06-01"))).isTrue();
    assertThat(membership.isMember("a", day("2023-12-31"))).isTrue();
  }

  @Test
  void leavingAndJoiningOnOneDay() {
    Membership membership =
        membership(
            event(1, "2023-01-10", "a", JOINED),
            event(2, "2023-03-10", "a", LEFT),
            event(3, "2023-03-10", "a", JOINED));
    // The end lies on or after the second joining as well, so both spells end on that day.
    assertThat(membership.isMember("a", day("2023-03-10"))).isTrue();
    assertThat(membership.isMember("a", day("2023-03-11"))).isFalse();
  }

  @Test
  void leavingWithoutJoiningLeavesMembershipUnknown() {
    Membership membership = membership(event(1, "2023-01-10", "a", LEFT));
    assertThat(membership.known()).isFalse();
    assertThat(membership.countOn(day("2023-01-10"))).isZero();
    assertThat(membership.counts("b", day("2023-01-10"))).isTrue();
    assertThat(membership.everMembers()).isEmpty();
  }

  @Test
  void onceAnybodyJoinedOnlyMembersCount() {
    Membership membership = membership(event(1, "2023-01-10", "a", JOINED));
    assertThat(membership.known()).isTrue();
    assertThat(membership.counts("b", day("2023-02-01"))).isFalse();
    assertThat(membership.counts("a", day("2023-01-09"))).isFalse();
    assertThat(membership.counts(null, day("2023-01-09"))).as("the household's").isTrue();
  }

  @Test
  void countsHeadsByDay() {
    Membership membership =
        membership(
            event(1, "2023-01-10", "a", JOINED),
            event(2, "2023-02-10", "b", JOINED),
            event(3, "2023-03-10", "a", DIED));
    assertThat(membership.countOn(day("2023-01-09"))).isZero();
    assertThat(membership.countOn(day("2023-01-10"))).isEqualTo(1);
    assertThat(membership.countOn(day("2023-03-10"))).isEqualTo(2);
    assertThat(membership.countOn(day("2023-03-11"))).isEqualTo(1);
  }

  @Test
  void whatIsVoidedOrLaterThanAsOfIsIgnored() {
    HouseholdEvent[] events = {
      event(1, "2023-01-10", "a", JOINED),
      version(2, EventKind.VOID, 1, "2023-03-10", "a", LEFT),
      event(3, "2023-06-10", "b", JOINED)
    };
    Membership membership = new HouseholdView(lines(events), day("2023-06-09")).membership();
    assertThat(membership.isMember("a", day("2023-04-01"))).isTrue();
    assertThat(membership.everMembers()).containsExactly("a");
  }
}
