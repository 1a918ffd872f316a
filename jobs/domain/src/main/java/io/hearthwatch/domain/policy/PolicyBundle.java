package io.hearthwatch.domain.policy;

import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.domain.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All policy that is in force together: published, checked and taken as one.
 *
 * @param version hash of the content
 * @param author who signed it off
 * @param message why it was changed
 * @param parameters by id
 * @param rules in the order of their ids
 * @param classes by which figures a household belongs into a class
 * @param workingDays the calendar by which visits are due
 * @param regionCodes what codes of regions are made of, and which became others
 */
public record PolicyBundle(
    String version,
    String author,
    String message,
    Map<String, Parameter> parameters,
    List<Rule> rules,
    List<ClassRule> classes,
    WorkingDays workingDays,
    RegionCodes regionCodes) {

  /** Before the first bundle: nothing is in force. */
  public static final PolicyBundle NONE =
      new PolicyBundle("", "", "", Map.of(), List.of(), new WorkingDays(Set.of(), Set.of()));

  public PolicyBundle {
    parameters = Map.copyOf(parameters);
    rules = List.copyOf(rules);
    classes = List.copyOf(classes);
  }

  /** A bundle whose codes of regions never change. */
  public PolicyBundle(
      String version,
      String author,
      String message,
      Map<String, Parameter> parameters,
      List<Rule> rules,
      List<ClassRule> classes,
      WorkingDays workingDays) {
    this(version, author, message, parameters, rules, classes, workingDays, RegionCodes.NONE);
  }

  /** A bundle that proposes no class either. */
  public PolicyBundle(
      String version,
      String author,
      String message,
      Map<String, Parameter> parameters,
      List<Rule> rules,
      WorkingDays workingDays) {
    this(version, author, message, parameters, rules, List.of(), workingDays);
  }
}
