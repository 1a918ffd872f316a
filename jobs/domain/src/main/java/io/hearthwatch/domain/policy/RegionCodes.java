package io.hearthwatch.domain.policy;

import java.util.Comparator;
import java.util.List;

/**
 * What codes of regions are made of, and which of them became others: counties merge, or become
 * districts of another city. A household keeps the code under which it was registered; from the day
 * of a change on it is looked up under the new one.
 *
 * @param levels from the highest to the lowest; empty where no bundle said
 * @param changes in the order in which they are followed
 */
public record RegionCodes(List<Level> levels, List<Change> changes) {

  /** Codes that never change. */
  public static final RegionCodes NONE = new RegionCodes(List.of(), List.of());

  /**
   * A level of regions.
   *
   * @param digits of its codes
   */
  public record Level(int digits, Text name) {}

  /**
   * A code that became another.
   *
   * @param fromDay epoch day from which the new one holds
   * @param was the code, and the beginning of the codes in it
   * @param now what stands in its place from then on
   * @param source where it comes from, or "assumed"
   */
  public record Change(int fromDay, String was, String now, String source) {

    /** Whether a code is the one that became another, or lies in it. */
    boolean concerns(String code) {
      return code.startsWith(was);
    }

    /** A code in the former one, as it is now. */
    public String of(String code) {
      return now + code.substring(was.length());
    }
  }

  public RegionCodes {
    levels = List.copyOf(levels);
    changes =
        changes.stream()
            .sorted(
                Comparator.comparing(Change::fromDay)
                    .thenComparing(change -> -change.was().length())
                    .thenComparing(Change::was))
            .toList();
  }

  /**
   * The code under which a region is looked up on a day. Changes are followed by their days; of
   * those of one day the one of the longest code alone, for all of them speak of the codes of the
   * day before.
   */
  public String at(String region, int day) {
    String code = region;
    int changedOn = Integer.MIN_VALUE;
    for (Change change : changes) {
      if (change.fromDay() > day) {
        break;
      }
      if (change.fromDay() != changedOn && change.concerns(code)) {
        code = change.of(code);
        changedOn = change.fromDay();
      }
    }
    return code;
  }
}
