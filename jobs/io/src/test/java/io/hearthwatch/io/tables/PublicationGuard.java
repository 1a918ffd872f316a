package io.hearthwatch.io.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a published table as somebody who wants to know what is hidden would, one line at a
 * time. Knows nothing of how the database decides what to hide.
 *
 * @param counts of all cells; what is not there is 0
 * @param limit least count that may be published
 */
record PublicationGuard(Map<Cell, Counts> counts, long limit) {

  record Cell(String region, String programme, String cause) {}

  record Counts(long personTimes, long persons, long households, long paidFen) {
    static Counts sum(Counts a, Counts b) {
      return new Counts(
          a.personTimes + b.personTimes,
          a.persons + b.persons,
          a.households + b.households,
          a.paidFen + b.paidFen);
    }
  }

  boolean isSmall(Cell cell) {
    Counts of = counts.get(cell);
    return isSmall(of.personTimes)
        || isSmall(of.persons)
        || isSmall(of.households)
        || of.personTimes == 0;
  }

  private boolean isSmall(long count) {
    return count > 0 && count < limit;
  }

  /** Small cells that are shown. */
  List<String> shown(Set<Cell> hidden) {
    return counts.keySet().stream()
        .filter(cell -> isSmall(cell) && !hidden.contains(cell))
        .map(Cell::toString)
        .toList();
  }

  /**
   * What a single line gives away: a hidden cell, or few person-times that nobody shows, or money
   * of which nobody can say how many people got it.
   */
  List<String> told(Set<Cell> hidden) {
    List<String> told = new ArrayList<>();
    lines()
        .forEach(
            (sum, children) -> {
              for (List<Cell> line : children.values()) {
                told(sum, line, hidden, told);
              }
            });
    return told;
  }

  private void told(Cell sum, List<Cell> children, Set<Cell> hidden, List<String> told) {
    long unknown = 0;
    long hiddenChildren = 0;
    long rest = counts.get(sum).personTimes;
    long restFen = counts.get(sum).paidFen;
    for (Cell child : children) {
      rest -= counts.get(child).personTimes;
      restFen -= counts.get(child).paidFen;
      if (hidden.contains(child)) {
        hiddenChildren++;
        unknown += counts.get(child).personTimes;
      }
    }
    // What no region below holds is shown nowhere, so it is as good as a hidden child.
    long unknowns = hiddenChildren + (rest == 0 && restFen == 0 ? 0 : 1);
    if (hidden.contains(sum)) {
      if (unknowns == 0) {
        told.add(sum + " is the sum of its parts");
      }
    } else if (hiddenChildren == 1 && unknowns == 1) {
      told.add("one part of " + sum + " is what the others leave");
    } else if (unknowns > 0 && isSmall(unknown + rest)) {
      told.add("the others leave little of " + sum);
    } else if (unknowns > 0 && unknown + rest == 0) {
      told.add("the others leave money of nobody knows how many of " + sum);
    }
  }

  /** For each cell that is a sum, its children in each dimension in which it has some. */
  private Map<Cell, Map<String, List<Cell>>> lines() {
    Map<Cell, Map<String, List<Cell>>> lines = new HashMap<>();
    for (Cell cell : counts.keySet()) {
      if (!cell.region.equals("ALL")) {
        add(lines, new Cell(above(cell.region), cell.programme, cell.cause), "region", cell);
      }
      if (!cell.programme.equals("ALL")) {
        add(lines, new Cell(cell.region, "ALL", cell.cause), "programme", cell);
      }
      if (!cell.cause.equals("ALL")) {
        add(lines, new Cell(cell.region, cell.programme, "ALL"), "cause", cell);
      }
    }
    return lines;
  }

  private static void add(
      Map<Cell, Map<String, List<Cell>>> lines, Cell sum, String dimension, Cell child) {
    lines
        .computeIfAbsent(sum, any -> new HashMap<>())
        .computeIfAbsent(dimension, any -> new ArrayList<>())
        .add(child);
  }

  static String above(String region) {
    return region.length() == 2 ? "ALL" : region.substring(0, region.length() - 2);
  }
}
