package io.hearthwatch.io.policy;

import io.hearthwatch.domain.policy.RegionCodes;
import io.hearthwatch.domain.policy.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what codes of regions are made of, and which of them became others. */
final class RegionsFile {

  private static final int MOST_DIGITS = 20;

  private final Problems problems;
  private final Set<Integer> digits = new TreeSet<>();

  private RegionsFile(Problems problems) {
    this.problems = problems;
  }

  /** The codes; where something is wrong with them that has been reported. */
  static RegionCodes read(String path, YamlFields fields, Problems problems) {
    return new RegionsFile(problems).read(path, fields);
  }

  private RegionCodes read(String path, YamlFields fields) {
    String id = fields.code("id");
    if (id != null && !path.equals("regions/" + id + ".yaml")) {
      problems.add(fields.place("id"), "the file of " + id + " must be regions/" + id + ".yaml");
    }
    List<RegionCodes.Level> levels = new ArrayList<>();
    for (YamlFields level : fields.list("levels")) {
      level(level).ifPresent(levels::add);
    }
    Map<RegionCodes.Change, Place> changes = new LinkedHashMap<>();
    if (fields.has("changes")) {
      for (YamlFields change : fields.list("changes")) {
        change(change).ifPresent(read -> add(read, change.place(), changes));
      }
    }
    fields.refuseUnknown();
    changes.forEach((change, place) -> refuseCycle(change, place, changes.keySet()));
    return new RegionCodes(levels, List.copyOf(changes.keySet()));
  }

  private Optional<RegionCodes.Level> level(YamlFields fields) {
    Long number = fields.wholeNumber("digits", 1, MOST_DIGITS);
    Text name = Texts.read(fields, "name");
    fields.refuseUnknown();
    if (number == null || name == null) {
      return Optional.empty();
    }
    if (digits.stream().anyMatch(other -> other >= number)) {
      problems.add(fields.place("digits"), "levels go from the fewest digits to the most");
    }
    digits.add(number.intValue());
    return Optional.of(new RegionCodes.Level(number.intValue(), name));
  }

  private Optional<RegionCodes.Change> change(YamlFields fields) {
    int before = problems.found().size();
    LocalDate from = fields.day("from");
    String was = code(fields, "was");
    String now = code(fields, "now");
    String source = fields.text("source");
    fields.refuseUnknown();
    if (was != null && now != null && was.length() != now.length()) {
      problems.add(
          fields.place("now"), "'" + now + "' is of another level than '" + was + "' before it");
    }
    return problems.found().size() > before
        ? Optional.empty()
        : Optional.of(new RegionCodes.Change((int) from.toEpochDay(), was, now, source));
  }

  private String code(YamlFields fields, String key) {
    String code = fields.quoted(key);
    if (code != null && !(code.matches("[0-9]+") && digits.contains(code.length()))) {
      problems.add(
          fields.place(key),
          "'%s' is no code of a region: %s digits"
              .formatted(
                  code, digits.stream().map(String::valueOf).collect(Collectors.joining(", "))));
      return null;
    }
    return code;
  }

  private void add(RegionCodes.Change change, Place place, Map<RegionCodes.Change, Place> changes) {
    for (RegionCodes.Change other : changes.keySet()) {
      if (other.fromDay() == change.fromDay() && other.was().equals(change.was())) {
        problems.add(
            place,
            "%s is changed twice on %s"
                .formatted(change.was(), LocalDate.ofEpochDay(other.fromDay())));
        return;
      }
    }
    changes.put(change, place);
  }

  /** Whatever the days: a code that comes back would be another place than it was. */
  private void refuseCycle(
      RegionCodes.Change change, Place place, Set<RegionCodes.Change> changes) {
    Set<String> passed = new HashSet<>();
    String code = change.now();
    List<String> way = new ArrayList<>(List.of(change.was(), code));
    while (!code.startsWith(change.was()) && passed.add(code)) {
      String reached = code;
      Optional<RegionCodes.Change> next =
          changes.stream()
              .filter(other -> reached.startsWith(other.was()))
              .max(Comparator.comparing(other -> other.was().length()));
      if (next.isEmpty()) {
        return;
      }
      code = next.get().of(code);
      way.add(code);
    }
    if (code.startsWith(change.was())) {
      problems.add(place, change.was() + " comes back to itself: " + String.join(" -> ", way));
    }
  }
}
