package io.hearthwatch.domain.policy;

import io.hearthwatch.domain.rule.ClassRule;
import io.hearthwatch.domain.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** One thing that a bundle says otherwise than another. */
public sealed interface PolicyChange {

  /** A rule that was not there. */
  record RuleAdded(Rule rule) implements PolicyChange {}

  /** A rule that is there no longer. */
  record RuleRemoved(Rule rule) implements PolicyChange {}

  /**
   * A rule that is otherwise in one respect.
   *
   * @param respect name of the field: when, urgencies, departments ...
   */
  record RuleChanged(Rule before, Rule after, String respect, Object was, Object is)
      implements PolicyChange {}

  /** A parameter that was not there; its values come as changes of values. */
  record ParameterAdded(Parameter parameter) implements PolicyChange {}

  /** A parameter that is there no longer. */
  record ParameterRemoved(Parameter parameter) implements PolicyChange {}

  /** What a parameter is called, asks or counts. */
  record ParameterReworded(Parameter before, Parameter after, String respect, Object was, Object is)
      implements PolicyChange {}

  /**
   * What holds in a region, and in everything in it without a value of its own, for some time.
   *
   * @param region prefix of region codes; empty for the nation
   * @param fromDay first epoch day
   * @param throughDay last epoch day; empty where it holds from then on
   * @param was the entry that was in force; null where none was
   * @param is the entry that is in force; null where none is
   */
  record ValueChanged(
      Parameter parameter,
      String region,
      int fromDay,
      OptionalInt throughDay,
      Parameter.Entry was,
      Parameter.Entry is)
      implements PolicyChange {}

  /** Where a value that stays comes from. */
  record SourceChanged(Parameter parameter, Parameter.Entry was, Parameter.Entry is)
      implements PolicyChange {}

  /**
   * Which days are worked.
   *
   * @param nowFree days that were worked
   * @param nowWorked days that were free
   */
  record DaysChanged(int year, List<LocalDate> nowFree, List<LocalDate> nowWorked)
      implements PolicyChange {}

  /** What codes of regions are made of. */
  record LevelsChanged(List<RegionCodes.Level> was, List<RegionCodes.Level> is)
      implements PolicyChange {}

  /**
   * A code of a region that becomes another from a day on.
   *
   * @param was null where it did not
   * @param is null where it does no more
   */
  record CodeChanged(RegionCodes.Change was, RegionCodes.Change is) implements PolicyChange {}

  /**
   * By which figures households of a region belong into a class from a day on.
   *
   * @param was null where the region said nothing of its own from that day
   * @param is null where it says nothing any more
   */
  record ClassChanged(ClassRule rule, ClassRule.Entry was, ClassRule.Entry is)
      implements PolicyChange {}
}
