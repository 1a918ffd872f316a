package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.Parameter.Unit;
import io.hearthwatch.domain.policy.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads parameters: one question a file. A file of the same name in another folder adds entries,
 * for instance those of another country.
 */
final class ParameterFiles {

  private final Problems problems;
  private final Map<String, List<YamlFields>> partsById = new TreeMap<>();

  ParameterFiles(Problems problems) {
    this.problems = problems;
  }

  /** Takes a file in. */
  void add(String path, YamlFields fields) {
    String id = fields.code("id");
    if (id == null) {
      return;
    }
    if (!path.endsWith("/" + id + ".yaml")) {
      problems.add(fields.place("id"), "the file of '" + id + "' must be called " + id + ".yaml");
    }
    partsById.computeIfAbsent(id, key -> new ArrayList<>()).add(fields);
  }

  /** All parameters by id, without those that cannot be read. */
  Map<String, Parameter> read() {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    partsById.forEach(
        (id, parts) -> {
          Unit unit = one("unit", parts, this::unit);
          Text title = oneIfGiven("title", parts, part -> Texts.read(part, "title"));
          Text question = one("question", parts, part -> Texts.read(part, "question"));
          if (unit != null) {
            parameters.put(id, new Parameter(id, unit, title, question, entries(parts, unit)));
          }
        });
    return parameters;
  }

  private List<Parameter.Entry> entries(List<YamlFields> parts, Unit unit) {
    ParameterEntries reader = new ParameterEntries(unit, problems);
    Map<String, Place> places = new LinkedHashMap<>();
    List<Parameter.Entry> entries = new ArrayList<>();
    Parameter.Entry shaped = null;
    for (YamlFields part : parts) {
      for (YamlFields fields : part.list("entries")) {
        Optional<Parameter.Entry> read = reader.read(fields);
        if (read.isEmpty()) {
          continue;
        }
        Parameter.Entry entry = read.get();
        LocalDate from = LocalDate.ofEpochDay(entry.fromDay());
        Place first =
            places.putIfAbsent(entry.regionPrefix() + "|" + entry.fromDay(), fields.place());
        if (first != null) {
          problems.add(
              fields.place(),
              "region '%s' has an entry from %s already: %s"
                  .formatted(entry.regionPrefix(), from, first));
        }
        shaped = shaped == null && entry.value() != null ? entry : shaped;
        if (entry.value() != null && entry.value().getClass() != shaped.value().getClass()) {
          problems.add(fields.place("value"), "value has another shape than the other entries");
        }
        entries.add(entry);
      }
      part.refuseUnknown();
    }
    return entries;
  }

  private Unit unit(YamlFields part) {
    String text = part.text("unit");
    if (text == null) {
      return null;
    }
    if (text.equals("money")) {
      return Unit.FEN;
    }
    for (Unit unit : Unit.values()) {
      if (unit != Unit.FEN && unit.name().toLowerCase(Locale.ROOT).equals(text)) {
        return unit;
      }
    }
    problems.add(
        part.place("unit"),
        "unit is money, percent, days, months, hours, count, codes or compatibility, not '"
            + text
            + "'");
    return null;
  }

  /** A field that one of the files gives, or several alike. */
  private <T> T one(
      String key, List<YamlFields> parts, java.util.function.Function<YamlFields, T> read) {
    if (parts.stream().noneMatch(part -> part.has(key))) {
      problems.add(parts.get(0).place(), "'" + key + "' is missing");
      return null;
    }
    return oneIfGiven(key, parts, read);
  }

  /** The same, or null where none gives it. */
  private <T> T oneIfGiven(
      String key, List<YamlFields> parts, java.util.function.Function<YamlFields, T> read) {
    List<YamlFields> giving = parts.stream().filter(part -> part.has(key)).toList();
    T first = null;
    for (YamlFields part : giving) {
      T next = read.apply(part);
      if (first != null && next != null && !first.equals(next)) {
        problems.add(
            part.place(key), key + " differs from that in " + giving.get(0).place().file());
      }
      first = first == null ? next : first;
    }
    return first;
  }
}
