package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.HouseholdMerged;
import io.hearthwatch.domain.household.body.HouseholdMoved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.HouseholdSplit;
import io.hearthwatch.domain.household.body.MemberDied;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.MemberLeft;

/**
 * Public security: who is registered where, and who was in an accident. How many accidents are of
 * traffic and end in hospital is assumed.
 */
final class RegisterOffice {

  private static final String SOURCE = "public-security";

  private RegisterOffice() {}

  static void tell(Life life, Teller teller) {
    Family family = life.family();
    int start = life.nation().firstDay();
    teller.saw(
        Question.REGISTRATION,
        0,
        SOURCE,
        family.id(),
        null,
        family.registeredOn(),
        start,
        () -> new HouseholdRegistered(residence(family)));
    for (Member member : life.members()) {
      teller.saw(
          Question.MEMBER,
          member.index(),
          SOURCE,
          family.id(),
          member.person(),
          member.joinedOn(),
          Math.max(start, member.joinedOn()),
          () ->
              new MemberJoined(
                  member.joinedBy(), member.person().role(), member.person().birthday()));
      if (member.leftBy() != null) {
        leave(teller, member);
      }
    }
    for (Fate fate : life.fates()) {
      tell(life, teller, fate);
    }
  }

  private static void leave(Teller teller, Member member) {
    int which = 100 + member.index();
    if (member.leftBy().equals(Member.DIED)) {
      teller.saw(
          Question.MEMBER,
          which,
          SOURCE,
          member.person(),
          member.lastDay(),
          () -> new MemberDied("illness"));
    } else {
      teller.saw(
          Question.MEMBER,
          which,
          SOURCE,
          member.person(),
          member.lastDay(),
          () -> new MemberLeft(member.leftBy()));
    }
  }

  private static void tell(Life life, Teller teller, Fate fate) {
    Family family = life.family();
    switch (fate.kind()) {
      case MOVE ->
          teller.saw(
              Question.MOVE,
              1,
              SOURCE,
              null,
              fate.day(),
              () -> new HouseholdMoved(family.county().code(), residence(family)));
      case SPLIT -> split(life, teller, fate, family.id() + "-s");
      case MERGER -> merge(life, teller, fate);
      case ACCIDENT ->
          teller.saw(
              Question.ACCIDENT,
              1,
              SOURCE,
              life.members().get(fate.person()).person(),
              fate.day(),
              () ->
                  new AccidentHappened(
                      fate.weight() < 0.6 ? "traffic" : "work", fate.weight() > 0.3, 0));
      default -> {}
    }
  }

  private static void split(Life life, Teller teller, Fate fate, String newId) {
    Person person = life.family().people().get(fate.person());
    teller.saw(Question.SPLIT, 1, SOURCE, null, fate.day(), () -> new HouseholdSplit(newId));
    teller.saw(
        Question.SPLIT,
        2,
        SOURCE,
        newId,
        null,
        fate.day(),
        fate.day(),
        () -> new HouseholdRegistered(residence(life.family())));
    join(teller, Question.SPLIT, 3, newId, person, "head", fate.day() + 1);
  }

  /** A person who lived alone goes to another household. */
  private static void merge(Life life, Teller teller, Fate fate) {
    Person person = life.family().people().get(0);
    String into = Families.id((life.family().number() + 1) % life.nation().households());
    teller.saw(Question.MERGER, 1, SOURCE, null, fate.day(), () -> new HouseholdMerged(into));
    join(teller, Question.MERGER, 2, into, person, "parent", fate.day() + 1);
  }

  /** A person of this household is a member of another from a day on. */
  private static void join(
      Teller teller,
      Question question,
      int which,
      String householdId,
      Person person,
      String role,
      int day) {
    teller.saw(
        question,
        which,
        SOURCE,
        householdId,
        person,
        day,
        day,
        () -> new MemberJoined("other", role, person.birthday()));
  }

  private static String residence(Family family) {
    return family.urban() ? "urban" : "rural";
  }
}
