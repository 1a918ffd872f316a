package io.hearthwatch.io.policy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The fields of one YAML mapping, taken one by one; what nobody takes is unknown and refused. What
 * is missing or wrong is reported and comes back as null, so that the rest is looked at as well.
 */
final class YamlFields {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2199;

  private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL);

  private final Place place;
  private final Problems problems;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  private YamlFields(Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  static Optional<YamlFields> of(String file, Node node, Problems problems) {
    Place place = Place.of(file, node);
    if (!(node instanceof MappingNode mapping)) {
      problems.add(place, "a mapping (key: value) is expected here");
      return Optional.empty();
    }
    YamlFields fields = new YamlFields(place, problems);
    fields.refuseAnchor(node);
    for (NodeTuple tuple : mapping.getValue()) {
      Place at = Place.of(file, tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(at, "a key must be a word");
      } else if (fields.tuples.putIfAbsent(key.getValue(), tuple) != null) {
        problems.add(at, "duplicate key '" + key.getValue() + "'");
      }
    }
    return Optional.of(fields);
  }

  /** Where the mapping begins. */
  Place place() {
    return place;
  }

  /** Where a field stands; the beginning of the mapping where it is missing. */
  Place place(String key) {
    NodeTuple tuple = tuples.get(key);
    return tuple == null ? place : Place.of(place.file(), tuple.getKeyNode());
  }

  boolean has(String key) {
    return tuples.containsKey(key);
  }

  Set<String> keys() {
    return tuples.keySet();
  }

  /** Reports what nobody asked for. */
  void refuseUnknown() {
    for (String key : tuples.keySet()) {
      if (!taken.contains(key)) {
        problems.add(place(key), "unknown key '" + key + "'");
      }
    }
  }

  /** A required text. */
  String text(String key) {
    Node node = required(key);
    return node == null ? null : text(key, node);
  }

  /** A text that may be missing; null then. */
  String optionalText(String key) {
    return has(key) ? text(key) : null;
  }

  /** A required text that may be empty, but must not be a bare number. */
  String quoted(String key) {
    Node node = required(key);
    if (node == null) {
      return null;
    }
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.STR)) {
      problems.add(place(key), key + " must be text in quotes");
      return null;
    }
    refuseAnchor(node);
    return scalar.getValue();
  }

  /** A required code: lower-case letters, digits, hyphens. */
  String code(String key) {
    String text = text(key);
    return text == null ? null : checkedCode(place(key), text);
  }

  /** A required list of codes, without repetition. */
  List<String> codes(String key) {
    Node node = required(key);
    return node == null ? null : codes(key, node);
  }

  List<String> codes(String key, Node node) {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      problems.add(place(key), key + " must be a list with at least one entry");
      return null;
    }
    refuseAnchor(node);
    List<String> codes = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String code = text(key, item);
      if (code == null || checkedCode(Place.of(place.file(), item), code) == null) {
        continue;
      }
      if (codes.contains(code)) {
        problems.add(Place.of(place.file(), item), "'" + code + "' is named twice");
      }
      codes.add(code);
    }
    return codes;
  }

  /** A required date yyyy-mm-dd. */
  LocalDate day(String key) {
    String text = text(key);
    return text == null ? null : day(place(key), text);
  }

  /** A list of dates, which may be missing. */
  List<LocalDate> optionalDays(String key) {
    List<LocalDate> days = new ArrayList<>();
    if (!has(key)) {
      return days;
    }
    if (!(required(key) instanceof SequenceNode sequence)) {
      problems.add(place(key), key + " must be a list of dates");
      return days;
    }
    for (Node item : sequence.getValue()) {
      String text = text(key, item);
      LocalDate day = text == null ? null : day(Place.of(place.file(), item), text);
      if (day != null && days.contains(day)) {
        problems.add(Place.of(place.file(), item), "'" + day + "' is named twice");
      } else if (day != null) {
        days.add(day);
      }
    }
    return days;
  }

  /** A required whole number. */
  Long wholeNumber(String key, long least, long most) {
    String text = text(key);
    return text == null ? null : Amounts.whole(place(key), text, least, most, problems);
  }

  /** A required mapping. */
  Optional<YamlFields> fields(String key) {
    Node node = required(key);
    return node == null ? Optional.empty() : of(place.file(), node, problems);
  }

  /** A required list of mappings. */
  List<YamlFields> list(String key) {
    Node node = required(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      problems.add(place(key), key + " must be a list with at least one entry");
      return List.of();
    }
    refuseAnchor(node);
    return sequence.getValue().stream()
        .flatMap(item -> of(place.file(), item, problems).stream())
        .toList();
  }

  /** The value of a required field as it stands; null where it is missing. */
  Node required(String key) {
    taken.add(key);
    NodeTuple tuple = tuples.get(key);
    if (tuple == null) {
      problems.add(place, "'" + key + "' is missing");
      return null;
    }
    return tuple.getValueNode();
  }

  String text(String key, Node node) {
    Place at = Place.of(place.file(), node);
    refuseAnchor(node);
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(at, key + " must be one value");
      return null;
    }
    if (!PLAIN.contains(scalar.getTag())) {
      problems.add(at, "tags such as " + scalar.getTag() + " are not allowed");
      return null;
    }
    if (scalar.getValue().isBlank()) {
      problems.add(at, key + " is empty");
      return null;
    }
    return scalar.getValue().strip();
  }

  /** An anchor would let one entry change silently with another. */
  private void refuseAnchor(Node node) {
    if (node.getAnchor().isPresent()) {
      problems.add(
          Place.of(place.file(), node), "anchors and aliases are not allowed; write it out");
    }
  }

  private String checkedCode(Place at, String text) {
    if (!text.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      problems.add(at, "'" + text + "' is no code: lower-case letters, digits and hyphens");
      return null;
    }
    return text;
  }

  private LocalDate day(Place at, String text) {
    try {
      LocalDate day = LocalDate.parse(text, DAY);
      if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // reported below, as is a year that is out of range
    }
    problems.add(at, "'" + text + "' is no date yyyy-mm-dd of 1900 to 2199");
    return null;
  }
}
