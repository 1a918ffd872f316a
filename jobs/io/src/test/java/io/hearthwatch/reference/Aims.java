package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Looks parameters up for the generator, so that it can aim at thresholds. Only an aim: a wrong one
 * would make a nation less telling, never a test wrong.
 */
final class Aims {

  private final List<ParameterEntry> entries;

  Aims(List<ParameterEntry> entries) {
    this.entries = entries;
  }

  /** A number, or 1 where there is none. */
  long number(String parameter, String region, LocalDate day) {
    ParameterEntry entry = at(parameter, region, day);
    return entry == null || entry.number() == null ? 1 : entry.number();
  }

  /** A line a month; one given a year is divided, so exact thresholds are then missed by a bit. */
  long lineFen(String line, String residence, String region, LocalDate day) {
    ParameterEntry entry = at(line + "-" + residence, region, day);
    if (entry == null || entry.number() == null) {
      return 50_000;
    }
    return entry.perYear() ? entry.number() / 12 : entry.number();
  }

  private ParameterEntry at(String parameter, String region, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.parameter().equals(parameter))
        .filter(entry -> region.startsWith(entry.regionPrefix()))
        .filter(entry -> !entry.from().isAfter(day) && !entry.ended())
        .max(
            Comparator.comparing((ParameterEntry entry) -> entry.regionPrefix().length())
                .thenComparing(ParameterEntry::from))
        .orElse(null);
  }
}
