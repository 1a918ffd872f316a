package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.Month;
import java.util.List;

/**
 * What a household is given for a month, as it was known at the end of a day (救助清单). A household
 * has one for each day on which what is known of the month changed.
 *
 * @param month of benefit
 * @param knownOn epoch day
 * @param region of registration, of the newest of its events; empty where there is none any more
 * @param classes in force on the last day of the month, by name
 * @param classesBefore in force on the eve of the month
 * @param lines one for each programme, department, policy and member, in this order; none where all
 *     was taken back
 */
public record Statement(
    Month month,
    int knownOn,
    String region,
    List<String> classes,
    List<String> classesBefore,
    List<Line> lines) {

  /**
   * What one department gives to one member, or to the household, under one policy.
   *
   * @param policy or null; the one that the grant names
   * @param personId or null; the household as a whole
   * @param grants of this month
   * @param grantedFen by these grants
   * @param paidFen for this month, whenever it was paid
   * @param corrected whether a department said any of it otherwise before
   */
  public record Line(
      String programme,
      String department,
      String policy,
      String personId,
      long grants,
      long grantedFen,
      long paidFen,
      boolean corrected) {}

  /** All that was granted, fen. */
  public long grantedFen() {
    return lines.stream().mapToLong(Line::grantedFen).sum();
  }

  /** All that was paid, fen. */
  public long paidFen() {
    return lines.stream().mapToLong(Line::paidFen).sum();
  }

  /** Whether another says the same, known on whatever day. */
  boolean saysAs(Statement other) {
    return lines.equals(other.lines)
        && classes.equals(other.classes)
        && classesBefore.equals(other.classesBefore)
        && region.equals(other.region);
  }
}
