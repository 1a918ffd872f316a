package io.hearthwatch.domain.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where and when a parameter has another value than before. A region is named only where it says
 * something itself, before or after; whatever lies in it goes with it, down to the next one named.
 */
final class ValueDifference {

  private static final Comparator<String> WIDEST_FIRST =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private final Parameter was;
  private final Parameter is;
  private final Set<String> regions = new TreeSet<>(WIDEST_FIRST);
  private final TreeSet<Integer> days = new TreeSet<>();

  private ValueDifference(Parameter was, Parameter is) {
    this.was = was;
    this.is = is;
    for (Parameter parameter : new Parameter[] {was, is}) {
      if (parameter != null) {
        for (Parameter.Entry entry : parameter.entries()) {
          regions.add(entry.regionPrefix());
          days.add(entry.fromDay());
        }
      }
    }
  }

  /** Changes by region, the widest first, and by date; null stands for a parameter that is not. */
  static List<PolicyChange> between(Parameter was, Parameter is) {
    ValueDifference difference = new ValueDifference(was, is);
    List<PolicyChange> changes = new ArrayList<>();
    difference.regions.forEach(region -> difference.region(region, changes));
    return changes;
  }

  private void region(String region, List<PolicyChange> changes) {
    PolicyChange.ValueChanged open = null;
    for (int day : days) {
      PolicyChange.ValueChanged now = changed(region, day);
      if (open != null && !goesOn(open, now)) {
        changes.add(through(open, day - 1));
        open = null;
      }
      open = open == null ? now : open;
    }
    if (open != null) {
      changes.add(open);
    }
  }

  /** What is otherwise in a region on a day; null where nothing is, or only what it is part of. */
  private PolicyChange.ValueChanged changed(String region, int day) {
    Parameter.Entry before = at(was, region, day);
    Parameter.Entry after = at(is, region, day);
    boolean own = isOwn(before, region) || isOwn(after, region);
    if (!own || Objects.equals(value(before), value(after))) {
      return null;
    }
    return new PolicyChange.ValueChanged(
        is == null ? was : is, region, day, OptionalInt.empty(), before, after);
  }

  private static boolean goesOn(PolicyChange.ValueChanged open, PolicyChange.ValueChanged now) {
    return now != null
        && Objects.equals(value(open.was()), value(now.was()))
        && Objects.equals(value(open.is()), value(now.is()));
  }

  private static PolicyChange.ValueChanged through(PolicyChange.ValueChanged open, int day) {
    return new PolicyChange.ValueChanged(
        open.parameter(),
        open.region(),
        open.fromDay(),
        OptionalInt.of(day),
        open.was(),
        open.is());
  }

  private static Parameter.Entry at(Parameter parameter, String region, int day) {
    return Optional.ofNullable(parameter).flatMap(of -> of.at(region, day)).orElse(null);
  }

  private static boolean isOwn(Parameter.Entry entry, String region) {
    return entry != null && entry.regionPrefix().equals(region);
  }

  private static ParameterValue value(Parameter.Entry entry) {
    return entry == null ? null : entry.value();
  }
}
