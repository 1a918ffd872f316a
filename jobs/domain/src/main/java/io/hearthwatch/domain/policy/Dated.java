package io.hearthwatch.domain.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What holds in a region from a date on, or ends there. */
public interface Dated {

  /** Prefix of region codes; empty for the nation. */
  String regionPrefix();

  /** Epoch day from which it holds. */
  int fromDay();

  /** Whether from that day on the region says nothing of its own any more. */
  boolean ends();

  /** In the order in which {@link #inForce} looks: longest prefix first, latest day first. */
  static <E extends Dated> List<E> sorted(List<E> entries) {
    return entries.stream()
        .sorted(
            Comparator.comparing((E entry) -> -entry.regionPrefix().length())
                .thenComparing(entry -> -entry.fromDay()))
        .toList();
  }

  /**
   * What is in force for a region on a day: of the longest prefix that says anything then; where
   * that has ended, the next shorter one speaks again.
   *
   * @param sorted by {@link #sorted}
   */
  static <E extends Dated> Optional<E> inForce(List<E> sorted, String region, int day) {
    String ended = null;
    for (E entry : sorted) {
      String prefix = entry.regionPrefix();
      if (entry.fromDay() > day || prefix.equals(ended) || !region.startsWith(prefix)) {
        continue;
      }
      if (!entry.ends()) {
        return Optional.of(entry);
      }
      ended = prefix;
    }
    return Optional.empty();
  }
}
