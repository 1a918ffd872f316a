package io.hearthwatch.reference;

import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.ParameterValue;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.rule.Rule;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.io.policy.PolicyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The committed policy, once as the reference reads it and once as the stream does. */
public final class NationPolicy {

  private static final Path POLICIES = policies();

  /** As the reference reads it. */
  public static final List<ParameterEntry> COMMITTED =
      ParameterYaml.read(POLICIES.resolve("parameters"));

  /** The calendar, as the reference reads it. */
  static final Map<LocalDate, Boolean> CALENDAR =
      CalendarYaml.read(POLICIES.resolve("calendars/cn.yaml"));

  /** Codes that became others, as the reference reads them. */
  static final List<RegionChange> REGIONS = RegionsYaml.read(POLICIES.resolve("regions/cn.yaml"));

  private static final PolicyBundle BUNDLE =
      PolicyReader.read(PolicyFiles.ofDirectory(POLICIES), "test", "test");

  private NationPolicy() {}

  /** From whichever module the tests are run in. */
  private static Path policies() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("policies"))) {
      folder = folder.getParent();
    }
    return folder.resolve("policies");
  }

  /** As the stream reads it. */
  static PolicyBundle committed() {
    return BUNDLE;
  }

  /**
   * What comes to be in force of it while the nation tells its events: nothing; half the rules, and
   * little is complete; all rules before the nation's changes, and some is complete; everything.
   */
  static List<PolicyInForce> comingIntoForce(Nation nation) {
    PolicyInForce last = of(nation);
    List<Rule> rules = BUNDLE.rules();
    return List.of(
        new PolicyInForce(null, Completeness.NONE, last.retention()),
        new PolicyInForce(
            new RuleBook(
                new PolicyBundle(
                    "half",
                    "test",
                    "test",
                    BUNDLE.parameters(),
                    rules.subList(0, rules.size() / 2),
                    BUNDLE.workingDays())),
            completeness(nation.completeness().subList(0, nation.completeness().size() / 3)),
            last.retention()),
        new PolicyInForce(
            new RuleBook(BUNDLE),
            completeness(nation.completeness().subList(0, nation.completeness().size() / 2)),
            last.retention()),
        last);
  }

  /** The same each time without one thing that a source of the nation said of itself. */
  static List<PolicyInForce> withOneLoss(Nation nation) {
    PolicyInForce whole = of(nation);
    List<PolicyInForce> lossy = new ArrayList<>();
    for (int lost = 0; lost < nation.completeness().size(); lost++) {
      List<SourceSaid> heard = new ArrayList<>(nation.completeness());
      heard.remove(lost);
      lossy.add(new PolicyInForce(whole.rules(), completeness(heard), whole.retention()));
    }
    return lossy;
  }

  /** As the stream reads it, with the changes of a nation and what its sources said. */
  static PolicyInForce of(Nation nation) {
    Map<String, Parameter> parameters = new HashMap<>(BUNDLE.parameters());
    for (ParameterEntry change :
        nation.parameters().subList(COMMITTED.size(), nation.parameters().size())) {
      parameters.compute(change.parameter(), (id, parameter) -> with(parameter, change));
    }
    PolicyBundle bundle =
        new PolicyBundle(
            "nation-" + nation.seed(),
            "test",
            "test",
            parameters,
            BUNDLE.rules(),
            BUNDLE.classes(),
            BUNDLE.workingDays(),
            codes(nation));
    return new PolicyInForce(
        new RuleBook(bundle),
        completeness(nation.completeness()),
        new Retention(Versions.ZONE, Retention.DEFAULT_MONTHS));
  }

  private static RegionCodes codes(Nation nation) {
    List<RegionCodes.Change> changes = new ArrayList<>(BUNDLE.regionCodes().changes());
    for (RegionChange change : nation.regions()) {
      changes.add(
          new RegionCodes.Change(
              (int) change.from().toEpochDay(), change.was(), change.now(), "assumed"));
    }
    return new RegionCodes(BUNDLE.regionCodes().levels(), changes);
  }

  private static Completeness completeness(List<SourceSaid> all) {
    Completeness completeness = Completeness.NONE;
    for (SourceSaid said : all) {
      int day = (int) said.completeThrough().toEpochDay();
      completeness = completeness.with(said.source(), said.regionPrefix(), day);
    }
    return completeness;
  }

  private static Parameter with(Parameter parameter, ParameterEntry change) {
    List<Parameter.Entry> entries = new ArrayList<>(parameter.entries());
    entries.add(
        new Parameter.Entry(
            change.regionPrefix(), (int) change.from().toEpochDay(), value(change), "assumed"));
    return new Parameter(
        parameter.id(), parameter.unit(), parameter.title(), parameter.question(), entries);
  }

  private static ParameterValue value(ParameterEntry change) {
    if (change.ended()) {
      return null;
    } else if (change.keyed() != null) {
      return new ParameterValue.Keyed(change.keyed());
    } else if (change.unit().equals("compatibility")) {
      Map<String, Compatibility> pairs = new HashMap<>();
      for (String pair : change.codes()) {
        String[] parts = pair.split("[+=]");
        pairs.put(Compatibility.pair(parts[0], parts[1]), Compatibility.valueOf(parts[2]));
      }
      return new ParameterValue.Pairs(pairs);
    } else if (change.codes() != null) {
      return new ParameterValue.Codes(change.codes());
    }
    return new ParameterValue.Number(change.number(), change.perYear());
  }
}
