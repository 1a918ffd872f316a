package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.policy.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The regions that parameters name, by the codes under which they are looked up. For the parameters
 * a county of which none speaks is its province: thousands of counties are then looked up once.
 */
final class RegionsSpokenOf {

  /** More than there are counties; beyond it somebody sends codes that do not exist. */
  private static final int MAX_KNOWN = 10_000;

  private final Set<String> prefixes;
  private final Map<String, String> known = new HashMap<>();

  RegionsSpokenOf(Collection<Parameter> parameters) {
    prefixes =
        parameters.stream()
            .flatMap(parameter -> parameter.entries().stream())
            .map(Parameter.Entry::regionPrefix)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The longest prefix of a region that any parameter names; empty where none does. */
  String spokenOf(String region) {
    String spoken = known.get(region);
    if (spoken == null) {
      if (known.size() >= MAX_KNOWN) {
        known.clear();
      }
      spoken = longest(region);
      known.put(region, spoken);
    }
    return spoken;
  }

  private String longest(String region) {
    int length = region.length();
    while (length > 0 && !prefixes.contains(region.substring(0, length))) {
      length--;
    }
    return region.substring(0, length);
  }
}
