package io.hearthwatch.simulation;

import java.util.List;

/** What members earn, month by month, in fen; how it varies is assumed. */
final class Earnings {

  private static final int SUMMER_HARVEST = 6;
  private static final int AUTUMN_HARVEST = 10;
  private static final double NEW_JOB_PAYS = 0.85;

  private final Nation nation;
  private final Family family;
  private final List<Fate> fates;
  private final List<Member> members;

  Earnings(Nation nation, Family family, List<Fate> fates, List<Member> members) {
    this.nation = nation;
    this.family = family;
    this.fates = fates;
    this.members = members;
  }

  /** Of everybody. */
  long fen(int m) {
    long sum = harvestFen(m);
    for (int i = 0; i < members.size(); i++) {
      sum += wageFen(members.get(i), m) + pensionFen(members.get(i), m);
    }
    return sum;
  }

  /** The wage of a member, within some per cent of the usual one. */
  long wageFen(Member member, int m) {
    Person person = member.person();
    if (!person.works() || !member.isThereOn(nation.month(m).lastEpochDay())) {
      return 0;
    }
    double share = 1;
    for (int i = 0; i < fates.size(); i++) {
      Fate fate = fates.get(i);
      if (fate.person() == member.index()) {
        share = Math.min(share, share(fate, m - nation.indexOf(fate.day())));
      }
    }
    if (share == 0) {
      return 0;
    }
    int key = 100 * m + member.index();
    double luck = 0.97 + 0.06 * family.chance().unit(Question.WAGE_OF_MONTH, key);
    double farm = family.farms() ? 0.5 : 1;
    return Math.round(person.wageFen() * share * luck * farm);
  }

  /** Which part of a wage is left so many months after something began. */
  private static double share(Fate fate, int age) {
    if (age < 0) {
      return 1;
    }
    return switch (fate.kind()) {
      case JOB_LOSS -> age < fate.months() ? 0 : NEW_JOB_PAYS;
      case ILLNESS -> fate.weight() > 0.4 && age < fate.months() ? 0 : 1;
      case ACCIDENT -> age < fate.months() ? 0.3 : 1;
      case DISABLEMENT -> fate.weight() > 0.5 ? 0 : 0.7;
      default -> 1;
    };
  }

  long pensionFen(Member member, int m) {
    return member.isThereOn(nation.month(m).lastEpochDay()) ? member.person().pensionFen() : 0;
  }

  /** Half of what a farming household earns comes in June and in October. */
  long harvestFen(int m) {
    int ofYear = nation.month(m).index() % 12 + 1;
    if (!family.farms() || (ofYear != SUMMER_HARVEST && ofYear != AUTUMN_HARVEST)) {
      return 0;
    }
    long wages = 0;
    for (Person person : family.people()) {
      wages += person.wageFen();
    }
    boolean poor = false;
    for (Fate fate : fates) {
      int age = m - nation.indexOf(fate.day());
      poor |= fate.kind() == FateKind.POOR_HARVEST && age >= 0 && age < fate.months();
    }
    return wages * 3 * (poor ? 3 : 10) / 10;
  }

  /** What a fate takes away a month. */
  long lostFen(Fate fate) {
    return switch (fate.kind()) {
      case JOB_LOSS, ILLNESS, ACCIDENT, DISABLEMENT, DEATH, PRISON, MARRIAGE ->
          fate.person() < 0 ? 0 : family.people().get(fate.person()).wageFen();
      case POOR_HARVEST -> family.needFen() / 4;
      default -> 0;
    };
  }
}
