package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.WorkingDays;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that are in force at one place on one day, as rules compare with them. What was
 * looked up is kept, because households of one place are asked one after another.
 */
final class ParametersInForce {

  /** Key of a keyed parameter for households in no class, and for classes that it does not name. */
  private static final String NO_CLASS = "none";

  private final PolicyBundle bundle;
  private final Place place;
  private final Map<String, Optional<Parameter.Entry>> entries = new HashMap<>();
  private final Map<String, List<String>> lineParameters = new HashMap<>();
  private final Map<String, Long> lastDays = new HashMap<>();

  ParametersInForce(PolicyBundle bundle, Place place) {
    this.bundle = bundle;
    this.place = place;
  }

  /**
   * Where and when.
   *
   * @param region code under which the region of registration is looked up on the day, or the part
   *     of it that parameters speak of
   * @param residence urban or rural; empty while nobody registered the household
   * @param day epoch day
   */
  record Place(String region, Optional<String> residence, int day) {}

  /**
   * A line in the smallest unit.
   *
   * @param fen a month, or a year
   */
  record Line(String parameter, long fen, boolean perYear, Parameter.Entry entry) {

    /** What evidence says of it. */
    LimitUsed used() {
      return ParametersInForce.used(
          parameter, "", fen, perYear ? "fen a year" : "fen a month", entry);
    }
  }

  /** A whole number in its own unit. */
  long number(String parameter, Evidence evidence) {
    Parameter.Entry entry = entry(parameter);
    if (!(entry.value() instanceof ParameterValue.Number number)) {
      throw new IllegalArgumentException(parameter + " is not one number");
    }
    if (evidence.wanted()) {
      evidence.limit(used(parameter, "", number.amount(), unit(parameter), entry));
    }
    return number.amount();
  }

  /**
   * A whole number that no rule asks for, so that no evidence tells of it; 0 where there is none.
   */
  long numberOrZero(String parameter) {
    return entries
        .computeIfAbsent(parameter, id -> lookUp(id, place.day()))
        .map(Parameter.Entry::value)
        .filter(ParameterValue.Number.class::isInstance)
        .map(value -> ((ParameterValue.Number) value).amount())
        .orElse(0L);
  }

  /** Whether the policies have such a parameter at all, here or elsewhere. */
  boolean spokenOf(String parameter) {
    return bundle.parameters().containsKey(parameter);
  }

  /** The lowest number of the classes in force, since the most favourable one decides. */
  long lowestOfClasses(String parameter, Set<String> classes, Evidence evidence) {
    Parameter.Entry entry = entry(parameter);
    ParameterValue.Keyed keyed = keyed(parameter, entry);
    String lowestKey = null;
    for (String key : classes.isEmpty() ? Set.of(NO_CLASS) : classes) {
      String named = keyed.amounts().containsKey(key) ? key : NO_CLASS;
      if (lowestKey == null || keyed.amounts().get(named) < keyed.amounts().get(lowestKey)) {
        lowestKey = named;
      }
    }
    return ofKey(parameter, lowestKey, evidence);
  }

  /** The number of one key; a key that the parameter does not name counts as none. */
  long ofKey(String parameter, String key, Evidence evidence) {
    Parameter.Entry entry = entry(parameter);
    Map<String, Long> amounts = keyed(parameter, entry).amounts();
    String named = amounts.containsKey(key) ? key : NO_CLASS;
    long amount = amounts.get(named);
    if (evidence.wanted()) {
      evidence.limit(used(parameter, named, amount, unit(parameter), entry));
    }
    return amount;
  }

  private static ParameterValue.Keyed keyed(String parameter, Parameter.Entry entry) {
    if (entry.value() instanceof ParameterValue.Keyed keyed) {
      return keyed;
    }
    throw new IllegalArgumentException(parameter + " is not given by key");
  }

  /** How two programmes go together; where that is no matter of course, it is written down. */
  Compatibility compatibility(String parameter, String one, String other, Evidence evidence) {
    Parameter.Entry entry = entry(parameter);
    if (!(entry.value() instanceof ParameterValue.Pairs pairs)) {
      throw new IllegalArgumentException(parameter + " is no matrix of programmes");
    }
    Compatibility together = Compatibility.of(pairs.relations(), one, other);
    if (evidence.wanted() && together != Compatibility.ALLOW) {
      String unit = together.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      evidence.limit(used(parameter, Compatibility.pair(one, other), 1, unit, entry));
    }
    return together;
  }

  /** The calendar, which is the same everywhere. */
  WorkingDays workingDays() {
    return bundle.workingDays();
  }

  List<String> codes(String parameter) {
    if (entry(parameter).value() instanceof ParameterValue.Codes codes) {
      return codes.codes();
    }
    throw new IllegalArgumentException(parameter + " is not a list of codes");
  }

  /** The latest of the days of the year that a parameter lists, on or before the day. */
  long lastOf(String parameter) {
    Long known = lastDays.get(parameter);
    if (known == null) {
      known = lastOf(codes(parameter));
      lastDays.put(parameter, known);
    }
    return known;
  }

  private long lastOf(List<String> daysOfTheYear) {
    LocalDate today = LocalDate.ofEpochDay(place.day());
    long latest = Long.MIN_VALUE;
    for (String dayOfYear : daysOfTheYear) {
      MonthDay starts = MonthDay.parse("--" + dayOfYear);
      LocalDate day = starts.atYear(today.getYear());
      latest =
          Math.max(
              latest, (day.isAfter(today) ? starts.atYear(today.getYear() - 1) : day).toEpochDay());
    }
    return latest;
  }

  /**
   * Parameters of the lines that may apply: the urban or the rural one, or both while nobody
   * registered the household; then the one most favourable to it decides.
   */
  List<String> lineParameters(String name) {
    return lineParameters.computeIfAbsent(
        name,
        line ->
            place.residence().isPresent()
                ? List.of(line + "-" + place.residence().get())
                : List.of(line + "-urban", line + "-rural"));
  }

  /** The line that one of these parameters says. */
  Line line(String parameter) {
    return line(parameter, entry(parameter));
  }

  /** The line that it said on another day, of the same place. */
  Line lineOn(int day, String parameter) {
    return line(
        parameter,
        lookUp(parameter, day)
            .orElseThrow(() -> new NotAssessable("parameter-missing", parameter)));
  }

  private static Line line(String parameter, Parameter.Entry entry) {
    if (!(entry.value() instanceof ParameterValue.Number number)) {
      throw new IllegalArgumentException(parameter + " is not one number");
    }
    return new Line(parameter, number.amount(), number.perYear(), entry);
  }

  private Parameter.Entry entry(String id) {
    Optional<Parameter.Entry> entry = entries.get(id);
    if (entry == null) {
      entry = lookUp(id, place.day());
      entries.put(id, entry);
    }
    if (entry.isEmpty()) {
      throw new NotAssessable("parameter-missing", id);
    }
    return entry.get();
  }

  private Optional<Parameter.Entry> lookUp(String id, int day) {
    return Optional.ofNullable(bundle.parameters().get(id))
        .flatMap(parameter -> parameter.at(place.region(), day));
  }

  private String unit(String parameter) {
    return bundle.parameters().get(parameter).unit().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static LimitUsed used(
      String parameter, String key, long value, String unit, Parameter.Entry entry) {
    return new LimitUsed(parameter, key, value, unit, entry.regionPrefix(), entry.fromDay());
  }
}
