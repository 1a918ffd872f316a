package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Contradiction;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleNeeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rules, and tiers of urgency, that can never apply: anywhere, or in one region from a date on
 * under the limits that are in force there. What can be seen and what cannot is said by {@link
 * Contradiction}.
 */
final class SilentRules {

  private final PolicyBundle bundle;
  private final List<Problem> problems = new ArrayList<>();

  private SilentRules(PolicyBundle bundle) {
    this.bundle = bundle;
  }

  /** One problem a condition, for the first place and date at which it is impossible. */
  static List<Problem> problems(PolicyBundle bundle) {
    SilentRules silent = new SilentRules(bundle);
    bundle.rules().forEach(silent::look);
    return silent.problems;
  }

  private void look(Rule rule) {
    Optional<String> silent = impossible(rule, rule.when());
    if (silent.isPresent()) {
      add(rule, "can never fire" + silent.get());
      return;
    }
    for (Rule.UrgencyCase tier : rule.urgencies()) {
      if (tier.condition() != null) {
        // A tier is asked only where the rule fires.
        impossible(rule, "(" + rule.when() + ") && (" + tier.condition() + ")")
            .ifPresent(why -> add(rule, tier.urgency() + " can never apply" + why));
      }
    }
  }

  /** Where, since when and why a condition is impossible. */
  private Optional<String> impossible(Rule rule, String condition) {
    Optional<String> anywhere = Contradiction.in(condition, parameter -> OptionalLong.empty());
    if (anywhere.isPresent()) {
      return Optional.of(": " + anywhere.get());
    }
    List<Parameter> limits = limits(rule);
    Set<Map<String, Long>> looked = new HashSet<>();
    for (String region : regions(limits)) {
      for (int day : days(limits)) {
        Map<String, Long> values = values(limits, region, day);
        if (!values.isEmpty() && looked.add(values)) {
          Optional<String> there = Contradiction.in(condition, of(values));
          if (there.isPresent()) {
            return Optional.of(where(region, day) + ": " + there.get() + with(values, there.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String where(String region, int day) {
    return (region.isEmpty() ? " in the nation" : " in region " + region)
        + " from "
        + LocalDate.ofEpochDay(day)
        + " on";
  }

  /** The limits that the reason names. */
  private static String with(Map<String, Long> values, String reason) {
    String named =
        values.entrySet().stream()
            .filter(limit -> reason.contains("limit('" + limit.getKey() + "')"))
            .map(limit -> limit.getKey() + " " + limit.getValue())
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "" : " (" + named + ")";
  }

  private void add(Rule rule, String reason) {
    int colon = rule.where().lastIndexOf(':');
    problems.add(
        new Problem(
            rule.where().substring(0, colon),
            Integer.parseInt(rule.where().substring(colon + 1)),
            rule.id() + " " + reason));
  }

  private List<Parameter> limits(Rule rule) {
    return RuleNeeds.of(rule).parameters().stream()
        .filter(need -> need.shape() == RuleNeeds.Shape.NUMBER)
        .map(need -> bundle.parameters().get(need.parameter()))
        .filter(parameter -> parameter != null)
        .toList();
  }

  private static Set<String> regions(List<Parameter> limits) {
    Set<String> regions = new TreeSet<>(Set.of(""));
    for (Parameter limit : limits) {
      limit.entries().forEach(entry -> regions.add(entry.regionPrefix()));
    }
    return regions;
  }

  private static Set<Integer> days(List<Parameter> limits) {
    Set<Integer> days = new TreeSet<>();
    for (Parameter limit : limits) {
      limit.entries().forEach(entry -> days.add(entry.fromDay()));
    }
    return days;
  }

  private static Map<String, Long> values(List<Parameter> limits, String region, int day) {
    Map<String, Long> values = new TreeMap<>();
    for (Parameter limit : limits) {
      limit
          .at(region, day)
          .filter(entry -> entry.value() instanceof ParameterValue.Number)
          .map(entry -> ((ParameterValue.Number) entry.value()).amount())
          .ifPresent(value -> values.put(limit.id(), value));
    }
    return values;
  }

  private static Function<String, OptionalLong> of(Map<String, Long> values) {
    return parameter ->
        values.containsKey(parameter)
            ? OptionalLong.of(values.get(parameter))
            : OptionalLong.empty();
  }
}
