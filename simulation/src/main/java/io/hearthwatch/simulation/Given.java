package io.hearthwatch.simulation;

import java.util.List;

/**
 * What comes for certain, beside what chance brings.
 *
 * @param silences departments that say nothing, everywhere, for a time
 */
public record Given(List<Flood> floods, List<Silence> silences) {

  public static final Given NOTHING = new Given(List.of(), List.of());

  /**
   * A silence.
   *
   * @param source the department
   * @param from first day without a word, epoch day
   * @param until the day on which it tells all of it, epoch day
   */
  public record Silence(String source, int from, int until) {

    boolean covers(int day) {
      return day >= from && day < until;
    }
  }

  public Given {
    floods = List.copyOf(floods);
    silences = List.copyOf(silences);
  }
}
