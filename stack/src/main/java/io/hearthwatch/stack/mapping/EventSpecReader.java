package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one event of an input: its envelope, and its body under the name of its type. */
final class EventSpecReader {

  private final Problems problems;

  EventSpecReader(Problems problems) {
    this.problems = problems;
  }

  /** The event, or null where it names no type. */
  EventSpec read(Section section, Map<String, Text> common) {
    final Text when = section.optional("when");
    final RepeatSpec repeat = repeat(section.section("repeat"));
    Map<String, Text> envelope = new HashMap<>(common);
    envelope.putAll(envelope(section));
    for (String name : Envelope.REQUIRED) {
      if (!envelope.containsKey(name)) {
        problems.at(section.line(), "the event needs '" + name + "', here or under 'common'");
      }
    }
    checkSource(envelope.get(Envelope.SOURCE));
    BodyShape shape = shape(section);
    if (shape == null) {
      return null;
    }
    Map<String, Text> body = body(section.section(shape.name()), shape);
    section.refuseOthers();
    return new EventSpec(shape, section.line(), when, repeat, envelope, body);
  }

  /** The values of an envelope that a block gives. */
  Map<String, Text> envelope(Section section) {
    Map<String, Text> envelope = new LinkedHashMap<>();
    for (String name : Envelope.ALL) {
      Text text = section.optional(name);
      if (text != null) {
        envelope.put(name, text);
      }
    }
    return envelope;
  }

  private void checkSource(Text source) {
    if (source == null) {
      return;
    }
    try {
      Limits.code("source", source.value());
      if (source.value().startsWith("=") || source.value().contains("{")) {
        problems.at(source.line(), "'source' must be a constant: it names the topic");
      }
    } catch (IllegalArgumentException e) {
      boolean expression = source.value().startsWith("=");
      problems.at(
          source.line(),
          expression ? "'source' must be a constant: it names the topic" : e.getMessage());
    }
  }

  private BodyShape shape(Section section) {
    List<BodyShape> shapes = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String key : section.keys()) {
      BodyShape shape = BodyShape.ofName(key);
      if (shape != null) {
        shapes.add(shape);
      } else if (!key.isEmpty() && Character.isUpperCase(key.charAt(0))) {
        others.add(key);
      }
    }
    for (String other : others) {
      problems.at(
          section.lineOfKey(other),
          "no type of event is called '"
              + other
              + "'; there are "
              + String.join(", ", BodyShape.names()));
    }
    if (shapes.isEmpty() && others.isEmpty()) {
      problems.at(
          section.line(),
          "the event needs a body under the name of its type, one of "
              + String.join(", ", BodyShape.names()));
    }
    if (shapes.size() > 1) {
      problems.at(section.line(), "an event has one body; make several events of several");
    }
    return shapes.size() == 1 ? shapes.get(0) : null;
  }

  private Map<String, Text> body(Section section, BodyShape shape) {
    Map<String, Text> body = new LinkedHashMap<>();
    for (BodyField field : shape.fields()) {
      Text text = section.optional(field.name());
      if (text != null) {
        body.put(field.name(), text);
      } else if (field.required()) {
        problems.at(
            section.line(),
            shape.name() + " needs '" + field.name() + "', which is " + field.kind().words());
      }
    }
    section.refuseOthers();
    return body;
  }

  private RepeatSpec repeat(Section section) {
    if (section == null) {
      return null;
    }
    RepeatSpec repeat =
        new RepeatSpec(
            section.required("variable"), section.required("from"), section.required("to"));
    section.refuseOthers();
    if (!Expressions.usable(repeat.variable().value())) {
      problems.at(repeat.variable().line(), "'variable' must be a name of letters, digits and _");
    }
    return repeat;
  }
}
