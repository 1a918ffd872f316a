package io.hearthwatch.domain.household;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was a member of the household on which day. A person is a member from the day of joining
 * through the day of leaving or death. Where nobody ever joined, membership is unknown: sums then
 * count everybody, and the number of members cannot be said.
 */
public final class Membership {

  private final Map<String, Spells> spellsByPerson = new LinkedHashMap<>();

  /** Days on which one person joined and left. Plain loops: they run for every line. */
  private static final class Spells {
    private final List<Integer> joinedOn = new ArrayList<>(1);
    private final List<Integer> leftOn = new ArrayList<>(1);

    /** Joined by then, and did not leave between joining and the day before. */
    boolean cover(int day) {
      for (int i = 0; i < joinedOn.size(); i++) {
        if (joinedOn.get(i) <= day && !leftWithin(joinedOn.get(i), day)) {
          return true;
        }
      }
      return false;
    }

    private boolean leftWithin(int joined, int day) {
      for (int i = 0; i < leftOn.size(); i++) {
        if (joined <= leftOn.get(i) && leftOn.get(i) < day) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Membership by surviving lines, each list by day.
   *
   * @param joined MEMBER_JOINED
   * @param left MEMBER_LEFT
   * @param died MEMBER_DIED
   */
  public Membership(List<LedgerLine> joined, List<LedgerLine> left, List<LedgerLine> died) {
    for (LedgerLine line : joined) {
      if (line.personId() != null) {
        spellsByPerson
            .computeIfAbsent(line.personId(), person -> new Spells())
            .joinedOn
            .add(line.day());
      }
    }
    left.forEach(this::leave);
    died.forEach(this::leave);
  }

  private void leave(LedgerLine line) {
    Spells spells = spellsByPerson.get(line.personId());
    if (spells != null) { // else somebody who never joined
      spells.leftOn.add(line.day());
    }
  }

  /** Whether anybody ever joined. */
  public boolean known() {
    return !spellsByPerson.isEmpty();
  }

  /** All who ever were members, in the order of joining. */
  public Set<String> everMembers() {
    return spellsByPerson.keySet();
  }

  /** Whether a line about this person on this day counts; null stands for the household. */
  public boolean counts(String personId, int day) {
    return personId == null || !known() || isMember(personId, day);
  }

  public boolean isMember(String personId, int day) {
    Spells spells = spellsByPerson.get(personId);
    return spells != null && spells.cover(day);
  }

  /** Number of members on a day; 0 where membership is unknown. */
  public int countOn(int day) {
    int count = 0;
    for (Spells spells : spellsByPerson.values()) {
      if (spells.cover(day)) {
        count++;
      }
    }
    return count;
  }
}
