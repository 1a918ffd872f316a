package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One dated value of one policy parameter in one region, as plain data; just one of number, keyed
 * and codes is set, or none where the parameter ended.
 *
 * @param unit fen, percent, days, count ...
 * @param number in the unit
 * @param perYear whether a line is given for a year
 */
public record ParameterEntry(
    String parameter,
    String unit,
    String regionPrefix,
    LocalDate from,
    Long number,
    boolean perYear,
    Map<String, Long> keyed,
    List<String> codes) {

  static ParameterEntry number(
      String parameter, String unit, String regionPrefix, LocalDate from, long number) {
    return new ParameterEntry(parameter, unit, regionPrefix, from, number, false, null, null);
  }

  static ParameterEntry yearly(String parameter, String regionPrefix, LocalDate from, long fen) {
    return new ParameterEntry(parameter, "fen", regionPrefix, from, fen, true, null, null);
  }

  /** The same parameter and region, ended on a day. */
  ParameterEntry endedOn(LocalDate day) {
    return new ParameterEntry(parameter, unit, regionPrefix, day, null, false, null, null);
  }

  /** The same value for another region and from another day on. */
  ParameterEntry over(String prefix, LocalDate day) {
    return new ParameterEntry(parameter, unit, prefix, day, number, perYear, keyed, codes);
  }

  boolean ended() {
    return number == null && keyed == null && codes == null;
  }
}
