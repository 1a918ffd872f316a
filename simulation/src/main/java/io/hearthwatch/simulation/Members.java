package io.hearthwatch.simulation;

import java.util.ArrayList;
import java.util.List;

/** Who lives in a household from when to when, by its fates. */
final class Members {

  private Members() {}

  static List<Member> of(Family family, List<Fate> fates) {
    List<Member> members = new ArrayList<>(family.people().size() + 1);
    for (int i = 0; i < family.people().size(); i++) {
      members.add(first(family, fates, i));
    }
    for (Fate fate : fates) {
      if (fate.kind() == FateKind.BIRTH) {
        Person child =
            new Person(personId(family, members.size()), "child", fate.day(), 0, 0, 0, false);
        members.add(new Member(members.size(), child, fate.day(), "birth", Member.FOR_GOOD, null));
      }
    }
    return members;
  }

  /** Of the fates that take a person away the first one counts. */
  private static Member first(Family family, List<Fate> fates, int i) {
    Person person = family.people().get(i);
    for (Fate fate : fates) {
      String leftBy = fate.person() == i ? leftBy(fate) : null;
      if (leftBy != null) {
        return new Member(i, person, family.registeredOn(), "registration", fate.day(), leftBy);
      }
    }
    return new Member(i, person, family.registeredOn(), "registration", Member.FOR_GOOD, null);
  }

  private static String leftBy(Fate fate) {
    return switch (fate.kind()) {
      case DEATH -> Member.DIED;
      case MARRIAGE -> "marriage";
      case PRISON -> fate.weight() < 0.5 ? "prison" : "army";
      case SPLIT, MERGER -> "moved";
      default -> null;
    };
  }

  private static String personId(Family family, int index) {
    return "p" + family.id().substring(1) + "-" + index;
  }
}
