package io.hearthwatch.domain.policy;

import java.util.List;
import java.util.Optional;

/**
 * One number of policy, by region and date. The longest prefix of the region that has an entry in
 * force decides; a dated entry without value ends what the region said, so that the wider region
 * speaks again.
 *
 * @param id for instance dibao-line-urban
 * @param unit fen, percent, days, months, count or codes
 * @param title what it is called where it is cited; null in bundles of before there were titles
 * @param question what it answers
 * @param entries in any order
 */
public record Parameter(String id, Unit unit, Text title, Text question, List<Entry> entries) {

  /** What the numbers count. */
  public enum Unit {
    FEN,
    PERCENT,
    DAYS,
    MONTHS,
    HOURS,
    COUNT,
    CODES,
    COMPATIBILITY
  }

  /**
   * One dated value of one region.
   *
   * @param regionPrefix prefix of region codes; empty for the nation
   * @param fromDay epoch day from which it holds
   * @param value null ends the parameter for this region
   * @param source where the value comes from, or "assumed"
   */
  public record Entry(String regionPrefix, int fromDay, ParameterValue value, String source)
      implements Dated {
    @Override
    public boolean ends() {
      return value == null;
    }
  }

  public Parameter {
    entries = Dated.sorted(entries);
  }

  /** The entry in force for a region on a day. */
  public Optional<Entry> at(String region, int day) {
    return Dated.inForce(entries, region, day);
  }
}
