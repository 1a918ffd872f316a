package io.hearthwatch.cli;

import io.hearthwatch.wire.Urgency;
import java.util.List;

/**
 * Which cases are wanted.
 *
 * @param regionPrefix empty for all
 * @param urgencies none for all
 * @param categories of at least one hit; none for all
 * @param ended whether ended cases too
 */
record CaseFilter(
    String regionPrefix, List<Urgency> urgencies, List<String> categories, boolean ended) {

  CaseFilter {
    urgencies = List.copyOf(urgencies);
    categories = List.copyOf(categories);
  }
}
