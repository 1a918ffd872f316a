package io.hearthwatch.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * How a household lives, month by month: what it earns, what it needs, what its fates cost, what it
 * has left. Hardship is when nothing is left. It knows nothing of rules, lines or thresholds. What
 * is needed to live is assumed.
 */
final class Life {

  /** So many months in a row with means again end a hardship. */
  private static final int RECOVERED_MONTHS = 3;

  private static final int CAUSE_MONTHS = 12;

  private final Nation nation;
  private final Family family;
  private final List<Fate> fates;
  private final List<Member> members;
  private final List<Hardship> hardships = new ArrayList<>(1);
  private final AidGiven aid;
  private final Earnings earnings;
  private final int movedOn;
  private final County newCounty;

  Life(Nation nation, Family family) {
    this.nation = nation;
    this.family = family;
    fates = Fates.of(nation, family);
    members = Members.of(family, fates);
    earnings = new Earnings(nation, family, fates, members);
    aid = new AidGiven(nation, family, fates);
    int moved = Integer.MAX_VALUE;
    for (Fate fate : fates) {
      moved = fate.kind() == FateKind.MOVE ? Math.min(moved, fate.day()) : moved;
    }
    movedOn = moved;
    newCounty =
        moved == Integer.MAX_VALUE
            ? family.county()
            : nation
                .divisions()
                .county(
                    family.chance().unit(Question.PROVINCE, 1),
                    family.chance().unit(Question.COUNTY, 1));
    live();
  }

  private void live() {
    long means = family.savingsFen();
    int since = -1;
    int monthsWithMeans = 0;
    String cause = "";
    for (int m = 0; m < nation.months(); m++) {
      int last = nation.month(m).lastEpochDay();
      means += earnings.fen(m) + aid.paidFen(m) - needFen(last) - costFen(m);
      // Nobody saves or owes without end: half a year's need at most, either way.
      means = Math.max(-6 * family.needFen(), Math.min(6 * family.needFen(), means));
      if (since < 0 && means < 0) {
        since = last;
        cause = cause(m);
      } else if (since >= 0) {
        monthsWithMeans = means >= 0 ? monthsWithMeans + 1 : 0;
        if (monthsWithMeans >= RECOVERED_MONTHS) {
          hardships.add(new Hardship(family.id(), county(since).code(), cause, since, last));
          since = -1;
          monthsWithMeans = 0;
        }
      }
      if (since >= 0) {
        aid.ask(m, cause, family.needFen() - earnings.fen(m));
      }
    }
    if (since >= 0) {
      hardships.add(
          new Hardship(family.id(), county(since).code(), cause, since, Hardship.GOES_ON));
    }
  }

  private long needFen(int day) {
    int there = 0;
    for (int i = 0; i < members.size(); i++) {
      there += members.get(i).isThereOn(day) ? 1 : 0;
    }
    return family.needFen() * there / family.people().size();
  }

  private long costFen(int m) {
    long sum = 0;
    for (int i = 0; i < fates.size(); i++) {
      Fate fate = fates.get(i);
      int age = m - nation.indexOf(fate.day());
      sum += age >= 0 && age < fate.months() ? fate.costFen() : 0;
      sum += fate.kind() == FateKind.TUITION ? Schools.tuitionFen(nation.month(m)) : 0;
    }
    return sum;
  }

  /** Whatever cost or took away the most over the year through a month. */
  private String cause(int m) {
    String heaviest = "poverty";
    long most = 0;
    for (Fate fate : fates) {
      int from = Math.max(nation.indexOf(fate.day()), m - CAUSE_MONTHS + 1);
      int through = Math.min(nation.indexOf(fate.day()) + fate.months() - 1, m);
      long weight = (through - from + 1) * (fate.costFen() + earnings.lostFen(fate));
      if (weight > most) {
        most = weight;
        heaviest = fate.kind().cause();
      }
    }
    return heaviest;
  }

  Nation nation() {
    return nation;
  }

  Family family() {
    return family;
  }

  List<Fate> fates() {
    return fates;
  }

  List<Member> members() {
    return members;
  }

  Earnings earnings() {
    return earnings;
  }

  List<Aid> aid() {
    return aid.given();
  }

  List<Hardship> hardships() {
    return hardships;
  }

  /** Where the household is registered on a day. */
  County county(int day) {
    return day < movedOn ? family.county() : newCounty;
  }
}
