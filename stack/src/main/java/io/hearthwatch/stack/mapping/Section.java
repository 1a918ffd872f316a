package io.hearthwatch.stack.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A block of keys of the mapping file. Each key is asked for by name; {@link #refuseOthers} then
 * refuses what nobody asked for, because a misspelt key that is ignored is a silent loss.
 */
final class Section {

  private final Problems problems;
  private final String what;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> keyLines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Section(Problems problems, String what, int line) {
    this.problems = problems;
    this.what = what;
    this.line = line;
  }

  /**
   * @param what how messages call the block
   */
  static Section of(Problems problems, Node node, String what) {
    Section section = new Section(problems, what, lineOf(node));
    if (!(node instanceof MappingNode mapping)) {
      problems.at(lineOf(node), what + " must be a block of keys");
      return section;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      int keyLine = lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.at(keyLine, "a key must be a plain name");
      } else if (section.values.put(key.getValue(), tuple.getValueNode()) != null) {
        problems.at(keyLine, "'" + key.getValue() + "' is given twice");
      } else {
        section.keyLines.put(key.getValue(), keyLine);
      }
    }
    return section;
  }

  int line() {
    return line;
  }

  Set<String> keys() {
    return values.keySet();
  }

  int lineOfKey(String key) {
    return keyLines.getOrDefault(key, line);
  }

  /** The text of a key, or null. */
  Text optional(String key) {
    Node node = node(key);
    return node == null ? null : scalar(node, "'" + key + "'");
  }

  /** The text of a key; reports it as missing and returns an empty one. */
  Text required(String key) {
    Text text = optional(key);
    if (text == null) {
      problems.at(line, what + " needs '" + key + "'");
      return new Text("", line);
    }
    return text;
  }

  /** A list of texts, or one text alone; empty when the key is absent. */
  List<Text> texts(String key) {
    Node node = node(key);
    List<Text> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> texts.add(scalar(item, "an item of '" + key + "'")));
    } else if (node != null) {
      texts.add(scalar(node, "'" + key + "'"));
    }
    return texts;
  }

  /** A block below this one, or null. */
  Section section(String key) {
    Node node = node(key);
    return node == null ? null : of(problems, node, "'" + key + "'");
  }

  /** The blocks of a list below a key; empty when the key is absent. */
  List<Section> sections(String key, String whatEach) {
    Node node = node(key);
    List<Section> sections = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> sections.add(of(problems, item, whatEach)));
    } else if (node != null) {
      problems.at(lineOf(node), "'" + key + "' must be a list");
    }
    return sections;
  }

  /** Reports every key that was never asked for, and says which there are. */
  void refuseOthers() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problems.at(
            keyLines.get(key),
            "unknown key '" + key + "' in " + what + "; known are " + String.join(", ", asked));
      }
    }
  }

  private Node node(String key) {
    asked.add(key);
    return values.get(key);
  }

  private Text scalar(Node node, String name) {
    if (node instanceof ScalarNode scalar) {
      return new Text(scalar.getValue(), lineOf(node));
    }
    problems.at(lineOf(node), name + " must be a single value");
    return new Text("", lineOf(node));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
