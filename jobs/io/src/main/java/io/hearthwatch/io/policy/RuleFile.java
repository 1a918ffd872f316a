package io.hearthwatch.io.policy;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.household.Sources;
import io.hearthwatch.domain.policy.KnownCodes;
import io.hearthwatch.domain.policy.Text;
import io.hearthwatch.domain.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one rule. Whether its conditions compile is the business of {@link PolicyCheck}. */
final class RuleFile {

  private static final String CLEARED_BY = "clearedBy";

  private static final String NOTIFY = "notify";

  /** Whoever told of the record that the rule is asked of. */
  private static final List<String> OWN = List.of(Rule.OWN);

  private static final int MOST_TIERS = Urgency.values().length - 1;

  private final String path;
  private final YamlFields fields;
  private final Problems problems;

  private RuleFile(String path, YamlFields fields, Problems problems) {
    this.path = path;
    this.fields = fields;
    this.problems = problems;
  }

  /** The rule; empty where something is wrong with it, which has been reported. */
  static Optional<Rule> read(String path, YamlFields fields, Problems problems) {
    int before = problems.found().size();
    Rule rule = new RuleFile(path, fields, problems).read();
    return problems.found().size() > before ? Optional.empty() : Optional.of(rule);
  }

  private Rule read() {
    String id = id();
    Text name = Texts.read(fields, "name");
    String category = fields.code("category");
    Rule.Scope scope = oneOf(fields, "scope", Rule.Scope.class);
    String when = fields.text("when");
    Optional<YamlFields> absence =
        fields.has("absence") ? fields.fields("absence") : Optional.empty();
    String measure = fields.text("measure");
    List<Rule.UrgencyCase> urgencies = urgencies();
    List<String> departments = addressees(scope);
    List<String> clearedBy = clearedBy(scope, absence.orElse(fields));
    if (absence.isPresent()) {
      when = withDeadline(when, absence.get());
    }
    Rule.Raise raise = raise(scope);
    Text clears = Texts.read(fields, "clears");
    // Not required: bundles that were published without it, and states that hold them, are read.
    String source = fields.has("source") ? fields.text("source") : "";
    fields.refuseUnknown();
    return new Rule(
        id,
        name,
        category,
        scope,
        when,
        measure,
        urgencies,
        departments,
        clearedBy,
        raise,
        clears,
        source,
        fields.place("when").toString());
  }

  private String id() {
    String id = fields.text("id");
    if (id != null && !id.matches("[A-Z][0-9]{2}")) {
      problems.add(fields.place("id"), "'" + id + "' is no rule id such as M02");
    } else if (id != null && !path.equals("rules/" + id + ".yaml")) {
      problems.add(fields.place("id"), "the file of " + id + " must be rules/" + id + ".yaml");
    }
    return id;
  }

  private List<Rule.UrgencyCase> urgencies() {
    List<Rule.UrgencyCase> cases = new ArrayList<>();
    Node node = fields.required("urgency");
    if (node instanceof SequenceNode) {
      for (YamlFields tier : fields.list("urgency")) {
        String condition = tier.optionalText("if");
        cases.add(new Rule.UrgencyCase(condition, oneOf(tier, "urgency", Urgency.class)));
        tier.refuseUnknown();
      }
      long unconditional = cases.stream().filter(tier -> tier.condition() == null).count();
      if (unconditional != 1 || cases.get(cases.size() - 1).condition() != null) {
        problems.add(fields.place("urgency"), "the last urgency, and only it, has no 'if'");
      }
    } else if (node != null) {
      cases.add(new Rule.UrgencyCase(null, oneOf(fields, "urgency", Urgency.class)));
    }
    return cases;
  }

  /** Departments, offices that tell nothing themselves, and whoever told of the record. */
  private List<String> addressees(Rule.Scope scope) {
    Set<String> known = new LinkedHashSet<>(Sources.all());
    known.addAll(KnownCodes.OFFICES);
    known.add(Rule.OWN);
    List<String> departments = departments(fields, NOTIFY, fields.codes(NOTIFY), known);
    if (departments.contains(Rule.OWN)) {
      requireRecords(scope, fields, NOTIFY);
    }
    return departments;
  }

  private List<String> departments(
      YamlFields owner, String key, List<String> departments, Set<String> known) {
    if (departments == null) {
      return List.of();
    }
    for (String department : departments) {
      if (!known.contains(department)) {
        problems.add(owner.place(key), "'" + department + "' is no department; one of " + known);
      }
    }
    return departments;
  }

  /** Sources whose silence counts only once they are complete; or the record's own. */
  private List<String> clearedBy(Rule.Scope scope, YamlFields owner) {
    if (!owner.has(CLEARED_BY)) {
      return List.of();
    }
    List<String> sources = owner.codes(CLEARED_BY);
    if (scope == Rule.Scope.SOURCE) {
      problems.add(owner.place(CLEARED_BY), "a rule of the scope source waits for no source");
    }
    if (!OWN.equals(sources)) {
      return departments(owner, CLEARED_BY, sources, Sources.all());
    }
    if (scope != Rule.Scope.SOURCE) { // which was refused already
      requireRecords(scope, owner, CLEARED_BY);
    }
    return OWN;
  }

  private void requireRecords(Rule.Scope scope, YamlFields owner, String key) {
    if (scope != null && !scope.ofRecords()) {
      problems.add(owner.place(key), "own needs a scope of records, such as grant");
    }
  }

  /**
   * A rule of before there was the word {@code reached}: bundles that were published with it, and
   * states of jobs that hold them, must still be read.
   */
  private static String withDeadline(String when, YamlFields absence) {
    String due = absence.text("due");
    absence.refuseUnknown();
    return "(%s) && reached(accident.day() + (%s))".formatted(when, due);
  }

  private Rule.Raise raise(Rule.Scope scope) {
    if (!fields.has("raise")) {
      return null;
    }
    if (scope != null && scope != Rule.Scope.HOUSEHOLD) {
      problems.add(fields.place("raise"), "raise needs the scope household");
    }
    Optional<YamlFields> raise = fields.fields("raise");
    if (raise.isEmpty()) {
      return null;
    }
    List<String> families = families(raise.get());
    Long tiers = raise.get().wholeNumber("tiers", 1, MOST_TIERS);
    raise.get().refuseUnknown();
    return new Rule.Raise(families, tiers == null ? 0 : tiers.intValue());
  }

  private List<String> families(YamlFields raise) {
    List<String> families = new ArrayList<>();
    if (!(raise.required("families") instanceof SequenceNode sequence)) {
      problems.add(raise.place("families"), "families must be a list of letters");
      return families;
    }
    for (Node item : sequence.getValue()) {
      String family = raise.text("families", item);
      if (family != null && !family.matches("[A-Z]")) {
        problems.add(Place.of(path, item), "'" + family + "' is no family: one capital letter");
      }
      families.add(family);
    }
    return families;
  }

  private <E extends Enum<E>> E oneOf(YamlFields owner, String key, Class<E> type) {
    String text = owner.text(key);
    if (text == null) {
      return null;
    }
    // Urgencies are written in capitals, as they are spoken of; scopes are ordinary words.
    boolean capitals = type == Urgency.class;
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(E::name)
            .map(name -> capitals ? name : name.toLowerCase(Locale.ROOT))
            .toList();
    int at = names.indexOf(text);
    if (at < 0) {
      problems.add(
          owner.place(key),
          key + " is one of " + String.join(", ", names) + ", not '" + text + "'");
      return null;
    }
    return type.getEnumConstants()[at];
  }
}
