package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.KnownCodes;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleCodes;
import io.hearthwatch.domain.rule.RuleNeeds;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Codes that nobody knows, in rules and in the parameters that they look up. Departments of a rule
 * are looked at where it is read.
 */
final class UnknownCodes {

  private static final String NONE = "none";
  private static final String INCOME_SOURCES = "income-sources";

  private final UnaryOperator<String> placeOf;
  private final BiConsumer<String, String> problems;

  private UnknownCodes(UnaryOperator<String> placeOf, BiConsumer<String, String> problems) {
    this.placeOf = placeOf;
    this.problems = problems;
  }

  /**
   * Reports them.
   *
   * @param placeOf tells where a parameter stands
   * @param problems takes a place and a reason
   */
  static void report(
      PolicyBundle bundle, UnaryOperator<String> placeOf, BiConsumer<String, String> problems) {
    UnknownCodes unknown = new UnknownCodes(placeOf, problems);
    Set<String> families =
        bundle.rules().stream().map(rule -> rule.id().substring(0, 1)).collect(Collectors.toSet());
    Set<String> categories =
        bundle.rules().stream().map(Rule::category).collect(Collectors.toSet());
    bundle.parameters().values().stream()
        .filter(parameter -> parameter.unit() == Parameter.Unit.COMPATIBILITY)
        .forEach(matrix -> matrix.entries().forEach(entry -> unknown.pairs(matrix.id(), entry)));
    for (Rule rule : bundle.rules()) {
      RuleCodes.problems(rule, families, categories)
          .forEach(problem -> problems.accept(rule.where(), rule.id() + ": " + problem));
      for (RuleNeeds.Need need : RuleNeeds.of(rule).parameters()) {
        Parameter parameter = bundle.parameters().get(need.parameter());
        if (parameter != null && need.shape() == RuleNeeds.Shape.BY_CLASS) {
          parameter.entries().forEach(entry -> unknown.classes(parameter.id(), entry));
        } else if (parameter != null && need.shape() == RuleNeeds.Shape.BY_SOURCE) {
          parameter.entries().forEach(entry -> unknown.sourceKeys(parameter.id(), entry));
        } else if (parameter != null && parameter.id().equals(INCOME_SOURCES)) {
          parameter.entries().forEach(entry -> unknown.sources(parameter.id(), entry));
        }
      }
    }
  }

  private void classes(String id, Parameter.Entry entry) {
    if (entry.value() instanceof ParameterValue.Keyed keyed) {
      for (String key : new TreeSet<>(keyed.amounts().keySet())) {
        if (!key.equals(NONE) && !KnownCodes.isKnown(KnownCodes.CLASSES, key)) {
          problems.accept(
              placeOf.apply(id), "'%s' is given for '%s', which is no class".formatted(id, key));
        }
      }
    }
  }

  private void sourceKeys(String id, Parameter.Entry entry) {
    if (entry.value() instanceof ParameterValue.Keyed keyed) {
      for (String key : new TreeSet<>(keyed.amounts().keySet())) {
        if (!key.equals(NONE) && !Sources.all().contains(key)) {
          problems.accept(
              placeOf.apply(id), "'%s' is given for '%s', which is no source".formatted(id, key));
        }
      }
    }
  }

  private void pairs(String id, Parameter.Entry entry) {
    if (entry.value() instanceof ParameterValue.Pairs pairs) {
      new TreeMap<>(pairs.relations())
          .forEach(
              (pair, relation) -> {
                List<String> programmes = Arrays.asList(pair.split("\\+"));
                for (String programme : programmes) {
                  if (!KnownCodes.isKnown(KnownCodes.PROGRAMMES, programme)) {
                    problems.accept(
                        placeOf.apply(id),
                        "'%s' names '%s', which is no programme".formatted(id, programme));
                  }
                }
                if (relation == Compatibility.SAME_CAUSE_ONCE
                    && !programmes.get(0).equals(programmes.get(1))) {
                  problems.accept(
                      placeOf.apply(id),
                      "'%s' says SAME_CAUSE_ONCE of '%s', two programmes; it is of one with itself"
                          .formatted(id, pair));
                }
              });
    }
  }

  private void sources(String id, Parameter.Entry entry) {
    if (entry.value() instanceof ParameterValue.Codes codes) {
      for (String code : codes.codes()) {
        if (!Sources.all().contains(code)) {
          problems.accept(
              placeOf.apply(id), "'%s' names '%s', which is no source".formatted(id, code));
        }
      }
    }
  }
}
