package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What one side says of one rule for one household as of one date: that it is true, with its
 * evidence, or that it cannot be assessed. Likewise of the class that its figures suggest.
 *
 * @param rule for instance M01, or {@code class dibao}
 * @param subject member or record (accident, impact, grant, referral); empty for the household; of
 *     a class the way into it
 * @param said urgency, measure, raising rule and through which day it is muted; of a class what it
 *     gives and by whose rules; or the code of what is not known
 * @param evidence one line for each measured value, limit, cited record and addressee, sorted
 */
public record Verdict(
    String householdId,
    LocalDate asOf,
    String rule,
    String subject,
    String said,
    List<String> evidence)
    implements Comparable<Verdict> {

  /** Begins what is said of a class. */
  public static final String CLASS = "class ";

  private static final Comparator<Verdict> ORDER =
      Comparator.comparing(Verdict::householdId)
          .thenComparing(Verdict::asOf)
          .thenComparing(Verdict::rule)
          .thenComparing(Verdict::subject)
          .thenComparing(Verdict::said)
          .thenComparing(verdict -> String.join("\n", verdict.evidence));

  public Verdict {
    evidence = List.copyOf(evidence);
  }

  /**
   * What is said of a hit.
   *
   * @param mutedThrough null where it is not muted
   */
  public static String hit(String urgency, long measure, String raisedBy, LocalDate mutedThrough) {
    return urgency
        + ", measure "
        + measure
        + (raisedBy.isEmpty() ? "" : ", raised by " + raisedBy)
        + (mutedThrough == null ? "" : ", muted through " + mutedThrough);
  }

  /**
   * What is said of a class that is proposed.
   *
   * @param entitlementFen a month; null where it pays none, or it is not known
   */
  public static String proposed(Long entitlementFen, String regionPrefix, LocalDate from) {
    return "proposed, "
        + (entitlementFen == null ? "no amount" : entitlementFen + " fen a month")
        + " by region '"
        + regionPrefix
        + "' from "
        + from;
  }

  public static String notAssessable(String code) {
    return "not assessable: " + code;
  }

  public boolean isHit() {
    return !said.startsWith("not assessable");
  }

  @Override
  public int compareTo(Verdict other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String about = subject.isEmpty() ? "" : " of " + subject;
    return "%s as of %s: %s%s %s%n      %s"
        .formatted(householdId, asOf, rule, about, said, String.join("\n      ", evidence));
  }
}
