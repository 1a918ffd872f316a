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
   * Membership by the surviving lines up to a day.
   *
   * @param lines by day
   * @param asOf epoch day after which lines are ignored
   */
  public Membership(List<LedgerLine> lines, int asOf) {
    for (LedgerLine line : lines) {
      EventType type = line.type();
      boolean joined = type == EventType.MEMBER_JOINED;
      boolean left = type == EventType.MEMBER_LEFT || type == EventType.MEMBER_DIED;
      if (!joined && !left || line.day() > asOf || line.voided() || line.personId() == null) {
        continue;
      }
      Spells spells = spells(line);
      (joined ? spells.joinedOn : spells.leftOn).add(line.day());
    }
    spellsByPerson.values().removeIf(spells -> spells.joinedOn.isEmpty());
  }

  /** Whether anybody ever joined. */
  public boolean known() {
    return !spellsByPerson.isEmpty();
  }

  /** All who ever were members, in the order of the lines. */
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

  private Spells spells(LedgerLine line) {
    return spellsByPerson.computeIfAbsent(line.personId(), person -> new Spells());
  }
}
