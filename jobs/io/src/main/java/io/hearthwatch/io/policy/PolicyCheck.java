package io.hearthwatch.io.policy;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.alert.VisitLimits;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.domain.rule.EarlierWindows;
import io.hearthwatch.domain.rule.FeedWords;
import io.hearthwatch.domain.rule.Muted;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.domain.rule.RuleNeeds;
import io.hearthwatch.domain.rule.RuleNeeds.Shape;
import io.hearthwatch.domain.rule.Window;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Checks what single files cannot show: that rules compile, that what they look up exists and has
 * the right shape, that it resolves everywhere on every date, that no rule is silent for ever (see
 * {@link SilentRules}), and that nothing lies about unused.
 */
public final class PolicyCheck {

  /** What is kept beyond the longest window of a rule, in months. */
  private static final int BEYOND_WINDOWS_MONTHS = 12;

  /** An error as CEL says it, without the picture that follows. */
  private static final Pattern CEL_ERROR =
      Pattern.compile("ERROR: <input>:\\d+:(\\d+): (.*?)(?: \\(in container ''\\))?\\R");

  private static final String NO_CLASS = "none";
  private static final int DAYS_A_YEAR = 365;
  private static final int MONTHS_A_YEAR = 12;

  /** Parameters that the case looks up, whatever the rules are. */
  private static final Map<String, Shape> FOR_CASES =
      Map.of(VisitLimits.RED_HOURS, Shape.NUMBER, VisitLimits.REOPEN_DAYS, Shape.NUMBER);

  private final PolicyBundle bundle;
  private final PolicyFiles files;
  private final int windowMonths;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> usedAt = new TreeMap<>();

  private PolicyCheck(PolicyBundle bundle, PolicyFiles files, int retentionMonths) {
    this.bundle = bundle;
    this.files = files;
    windowMonths = retentionMonths - BEYOND_WINDOWS_MONTHS;
  }

  /**
   * Reads a bundle that may be published: for every region, since a region resolves like the
   * longest prefix of it that occurs.
   *
   * @param author who signed it off
   * @param message why it was changed
   * @param retentionMonths how long the job keeps happenings
   * @throws PolicyException with everything that is wrong
   */
  public static PolicyBundle checked(
      PolicyFiles files, String author, String message, int retentionMonths) {
    PolicyBundle bundle = PolicyReader.read(files, author, message);
    List<Problem> problems = problems(bundle, files, prefixes(bundle), retentionMonths);
    if (!problems.isEmpty()) {
      throw new PolicyException(problems);
    }
    return bundle;
  }

  /** All prefixes of regions that occur in a bundle; the empty one stands for the nation. */
  public static SortedSet<String> prefixes(PolicyBundle bundle) {
    SortedSet<String> prefixes = new TreeSet<>(Set.of(""));
    for (Parameter parameter : bundle.parameters().values()) {
      parameter.entries().forEach(entry -> prefixes.add(entry.regionPrefix()));
    }
    return prefixes;
  }

  /** All days on which an entry begins to hold, as epoch days. */
  public static SortedSet<Integer> dates(PolicyBundle bundle) {
    SortedSet<Integer> dates = new TreeSet<>();
    for (Parameter parameter : bundle.parameters().values()) {
      parameter.entries().forEach(entry -> dates.add(entry.fromDay()));
    }
    return dates;
  }

  /**
   * Everything that is wrong; empty where the bundle may be published.
   *
   * @param files the files of the bundle, to say where
   * @param regions codes for which every parameter must resolve from the first date on at which any
   *     of them does
   * @param retentionMonths how long the job keeps happenings
   */
  static List<Problem> problems(
      PolicyBundle bundle, PolicyFiles files, Collection<String> regions, int retentionMonths) {
    PolicyCheck check = new PolicyCheck(bundle, files, retentionMonths);
    bundle.rules().forEach(check::rule);
    bundle.classes().forEach(check::householdClass);
    FOR_CASES.forEach((parameter, shape) -> check.need("cases", parameter, shape, "bundle:1"));
    check.workingDayLimits();
    check.muteDays();
    check.unused();
    check.untitled();
    check.unresolved(regions);
    UnknownCodes.report(bundle, check::fileOf, check::add);
    check.problems.addAll(SilentRules.problems(bundle));
    return check.problems.stream().distinct().sorted().toList();
  }

  private void rule(Rule rule) {
    compile(rule.where(), List.of(rule), List.of());
    needs(rule.id(), rule.where(), RuleNeeds.of(rule));
    for (String word : FeedWords.strangers(rule)) {
      add(
          rule.where(),
          "%s: %s() asks about a household; a rule of the scope source is asked of none"
              .formatted(rule.id(), word));
    }
    for (Window reached : EarlierWindows.of(rule)) {
      if (isTooLong(reached)) {
        add(
            rule.where(),
            "%s: two windows, one before the other, reach back %s, over %d months"
                .formatted(rule.id(), reached, windowMonths));
      }
    }
  }

  private void householdClass(ClassRule rule) {
    compile(rule.where(), List.of(), List.of(rule));
    for (ClassRule.Entry entry : rule.entries()) {
      for (ClassRule.Variant variant : entry.variants()) {
        needs(rule.householdClass(), rule.where(), RuleNeeds.of(variant));
      }
    }
  }

  private void compile(String where, List<Rule> rules, List<ClassRule> classes) {
    try {
      var unused =
          new RuleBook(
              new PolicyBundle("", "", "", Map.of(), rules, classes, bundle.workingDays()));
    } catch (RuleBook.RuleException e) {
      String message = e.getMessage().substring(where.length() + 2);
      String part = message.substring(0, message.indexOf(':'));
      List<MatchResult> errors = CEL_ERROR.matcher(message).results().toList();
      errors.forEach(
          error -> add(where, part + ", column " + error.group(1) + ": " + error.group(2)));
      if (errors.isEmpty()) {
        add(where, message.lines().findFirst().orElse(""));
      }
    }
  }

  private void needs(String who, String where, RuleNeeds needs) {
    needs.problems().forEach(problem -> add(where, who + ": " + problem));
    for (Window window : needs.windows()) {
      if (isTooLong(window)) {
        add(where, "%s: %s is longer than %d months".formatted(who, window, windowMonths));
      }
    }
    needs.parameters().forEach(need -> need(who, need.parameter(), need.shape(), where));
  }

  /** What happened earlier may have left the ledger. */
  private boolean isTooLong(Window window) {
    return window.count()
        > (window.inMonths() ? windowMonths : windowMonths * DAYS_A_YEAR / MONTHS_A_YEAR);
  }

  private void need(String who, String id, Shape shape, String where) {
    usedAt.putIfAbsent(id, where);
    Parameter parameter = bundle.parameters().get(id);
    if (parameter == null) {
      add(where, "%s: there is no parameter '%s'".formatted(who, id));
      return;
    }
    for (Parameter.Entry entry : parameter.entries()) {
      if (entry.value() != null && !fits(parameter, entry.value(), shape)) {
        add(where, "%s: parameter '%s' must be %s".formatted(who, id, shapeInWords(shape)));
        return;
      }
    }
  }

  private static boolean fits(Parameter parameter, ParameterValue value, Shape shape) {
    return switch (shape) {
      case NUMBER -> value instanceof ParameterValue.Number;
      case LINE -> value instanceof ParameterValue.Number && parameter.unit() == Parameter.Unit.FEN;
      case BY_CLASS, BY_KEY, BY_SOURCE ->
          value instanceof ParameterValue.Keyed keyed && keyed.amounts().containsKey(NO_CLASS);
      case CODES -> value instanceof ParameterValue.Codes;
      case PAIRS -> value instanceof ParameterValue.Pairs;
      case DAYS_OF_YEAR -> value instanceof ParameterValue.Codes codes && daysOfYear(codes);
    };
  }

  private static String shapeInWords(Shape shape) {
    return switch (shape) {
      case NUMBER -> "one number";
      case LINE -> "money a month or a year";
      case BY_KEY -> "given by key, with a value for none";
      case BY_SOURCE -> "given by source, with a value for none";
      case BY_CLASS -> "given by class, with a value for none";
      case CODES -> "a list of codes";
      case PAIRS -> "pairs of programmes";
      case DAYS_OF_YEAR -> "a list of days of the year, mm-dd";
    };
  }

  private static boolean daysOfYear(ParameterValue.Codes codes) {
    try {
      codes.codes().forEach(day -> MonthDay.parse("--" + day));
      return !codes.codes().isEmpty();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Every urgency that is not counted in hours has its working days. */
  private void workingDayLimits() {
    String id = VisitLimits.WORKING_DAYS;
    usedAt.put(id, "bundle:1");
    Parameter parameter = bundle.parameters().get(id);
    if (parameter == null) {
      add("bundle:1", "cases: there is no parameter '" + id + "'");
      return;
    }
    Set<String> expected =
        Set.of(Urgency.ORANGE.name(), Urgency.YELLOW.name(), Urgency.BLUE.name());
    for (Parameter.Entry entry : parameter.entries()) {
      if (entry.value() != null
          && !(entry.value() instanceof ParameterValue.Keyed keyed
              && keyed.amounts().keySet().equals(expected))) {
        add(fileOf(id), "'" + id + "' must be given for ORANGE, YELLOW and BLUE");
      }
    }
  }

  /**
   * Where it is missing or has no value nothing is muted. What a visit found is compared as of its
   * day, when the longest window must still be kept.
   */
  private void muteDays() {
    Parameter parameter = bundle.parameters().get(Muted.DAYS);
    if (parameter == null) {
      return;
    }
    need("cases", Muted.DAYS, Shape.NUMBER, "bundle:1");
    long mostDays = BEYOND_WINDOWS_MONTHS * DAYS_A_YEAR / MONTHS_A_YEAR;
    for (Parameter.Entry entry : parameter.entries()) {
      if (entry.value() instanceof ParameterValue.Number number && number.amount() > mostDays) {
        add(fileOf(Muted.DAYS), "'%s' must be %d at most".formatted(Muted.DAYS, mostDays));
      }
    }
  }

  private void unused() {
    for (String id : bundle.parameters().keySet()) {
      if (!usedAt.containsKey(id)) {
        add(fileOf(id), "no rule uses the parameter '" + id + "'");
      }
    }
  }

  /** Read without it, because a job may hold a bundle of before there were titles in its state. */
  private void untitled() {
    for (Parameter parameter : bundle.parameters().values()) {
      if (parameter.title() == null) {
        add(fileOf(parameter.id()), "'" + parameter.id() + "' has no title to be cited by");
      }
    }
  }

  private void unresolved(Collection<String> regions) {
    // Regions with the same prefixes in force resolve alike, so each kind is looked at once.
    Map<Set<String>, String> kinds = new LinkedHashMap<>();
    for (String region : regions) {
      kinds.putIfAbsent(prefixesOf(region), region);
    }
    for (String region : kinds.values()) {
      for (int day : datesOf(region)) {
        for (String id : usedAt.keySet()) {
          Parameter parameter = bundle.parameters().get(id);
          if (parameter != null && !id.equals(Muted.DAYS) && parameter.at(region, day).isEmpty()) {
            add(
                fileOf(id),
                "'%s' has no value for region %s on %s"
                    .formatted(id, region, LocalDate.ofEpochDay(day)));
          }
        }
      }
    }
  }

  private Set<String> prefixesOf(String region) {
    Set<String> prefixes = new TreeSet<>();
    for (Parameter parameter : bundle.parameters().values()) {
      for (Parameter.Entry entry : parameter.entries()) {
        if (region.startsWith(entry.regionPrefix())) {
          prefixes.add(entry.regionPrefix());
        }
      }
    }
    return prefixes;
  }

  /** All dates on which any parameter of the region changes. */
  private Set<Integer> datesOf(String region) {
    Set<Integer> dates = new TreeSet<>();
    for (Parameter parameter : bundle.parameters().values()) {
      for (Parameter.Entry entry : parameter.entries()) {
        if (region.startsWith(entry.regionPrefix())) {
          dates.add(entry.fromDay());
        }
      }
    }
    return dates;
  }

  private String fileOf(String parameter) {
    return files.contents().keySet().stream()
            .filter(path -> path.endsWith("/" + parameter + ".yaml"))
            .min(Comparator.comparing(String::length))
            .orElse("bundle")
        + ":1";
  }

  private void add(String where, String reason) {
    int colon = where.lastIndexOf(':');
    problems.add(
        new Problem(
            where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)), reason));
  }
}
