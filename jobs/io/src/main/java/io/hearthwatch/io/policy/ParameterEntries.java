package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Compatibility;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.Parameter.Unit;
import io.hearthwatch.domain.policy.ParameterValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads one dated entry of a parameter. */
final class ParameterEntries {

  /**
   * What money is given for; once is money that is had or owed as a whole, such as a car's worth.
   */
  private static final List<String> PERIODS = List.of("month", "year", "once");

  private static final List<Compatibility> RELATIONS = List.of(Compatibility.values());

  private final Unit unit;
  private final Problems problems;

  ParameterEntries(Unit unit, Problems problems) {
    this.unit = unit;
    this.problems = problems;
  }

  /** The entry; empty where something is wrong with it, which has been reported. */
  Optional<Parameter.Entry> read(YamlFields fields) {
    int before = problems.found().size();
    String region = fields.quoted("region");
    if (region != null && !region.matches("[0-9A-Za-z-]*")) {
      problems.add(fields.place("region"), "'" + region + "' is no prefix of region codes");
    }
    LocalDate from = fields.day("from");
    ParameterValue value = value(fields);
    String source = fields.text("source");
    fields.refuseUnknown();
    if (problems.found().size() > before) {
      return Optional.empty();
    }
    return Optional.of(new Parameter.Entry(region, (int) from.toEpochDay(), value, source));
  }

  private ParameterValue value(YamlFields fields) {
    Node node = fields.required("value");
    if (node == null) {
      return null;
    }
    ParameterValue value;
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
      if (scalar.getValue().isEmpty()) {
        problems.add(fields.place("value"), "value is empty; write null to end the parameter");
      }
      value = null;
    } else if (node instanceof SequenceNode) {
      value = codes(fields, node);
    } else if (node instanceof MappingNode) {
      value = unit == Unit.COMPATIBILITY ? pairs(fields) : keyed(fields);
    } else {
      return number(fields);
    }
    if (fields.has("per")) {
      problems.add(fields.place("per"), "per belongs to one amount of money only");
      fields.text("per");
    }
    return value;
  }

  private ParameterValue codes(YamlFields fields, Node node) {
    if (unit != Unit.CODES) {
      problems.add(fields.place("value"), "a list needs the unit codes");
    }
    List<String> codes = fields.codes("value", node);
    return codes == null ? null : new ParameterValue.Codes(codes);
  }

  private ParameterValue keyed(YamlFields fields) {
    Optional<YamlFields> keys = fields.fields("value");
    if (refuseCodes(fields) || keys.isEmpty()) {
      return null;
    }
    Map<String, Long> amounts = new LinkedHashMap<>();
    for (String key : keys.get().keys()) {
      String text = keys.get().text(key);
      Long amount =
          text == null ? null : Amounts.inUnit(keys.get().place(key), text, unit, problems);
      if (amount != null) {
        amounts.put(key, amount);
      }
    }
    return new ParameterValue.Keyed(amounts);
  }

  /** Such as tekun+dibao: EXCLUDE. */
  private ParameterValue pairs(YamlFields fields) {
    Optional<YamlFields> keys = fields.fields("value");
    Map<String, Compatibility> relations = new LinkedHashMap<>();
    for (String key : keys.map(YamlFields::keys).orElse(Set.of())) {
      Place place = keys.get().place(key);
      String text = keys.get().text(key);
      String[] programmes = key.split("\\+", -1);
      if (programmes.length != 2 || !key.matches("[a-z0-9-]+\\+[a-z0-9-]+")) {
        problems.add(place, "'" + key + "' is no pair of programmes such as tekun+dibao");
      } else if (RELATIONS.stream().noneMatch(relation -> relation.name().equals(text))) {
        problems.add(place, key + " is one of " + RELATIONS + ", not '" + text + "'");
      } else {
        relations.put(
            Compatibility.pair(programmes[0], programmes[1]), Compatibility.valueOf(text));
      }
    }
    return new ParameterValue.Pairs(relations);
  }

  private ParameterValue number(YamlFields fields) {
    String text = fields.text("value");
    boolean perYear = false;
    if (unit == Unit.FEN) {
      String per = fields.text("per");
      perYear = "year".equals(per);
      if (per != null && !PERIODS.contains(per)) {
        problems.add(
            fields.place("per"), "per is " + String.join(" or ", PERIODS) + ", not '" + per + "'");
      }
    } else if (fields.has("per")) {
      problems.add(fields.place("per"), "per belongs to one amount of money only");
      fields.text("per");
    }
    if (refuseCodes(fields) || text == null) {
      return null;
    }
    Long amount = Amounts.inUnit(fields.place("value"), text, unit, problems);
    return amount == null ? null : new ParameterValue.Number(amount, perYear);
  }

  private boolean refuseCodes(YamlFields fields) {
    if (unit == Unit.COMPATIBILITY) {
      problems.add(fields.place("value"), "the unit compatibility needs pairs of programmes");
      return true;
    }
    if (unit == Unit.CODES) {
      problems.add(fields.place("value"), "the unit codes needs a list");
      return true;
    }
    return false;
  }
}
