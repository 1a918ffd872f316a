package io.hearthwatch.stack.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a mapping to the columns of files, and finds everything that could not work before a row is
 * read. One compiler serves one import: its date cache and digest are not for several threads.
 */
final class MappingCompiler {

  private static final Map<String, ValueKind> ENVELOPE_KINDS =
      Map.of(
          Envelope.REVISION, ValueKind.NUMBER,
          Envelope.OCCURRED_ON, ValueKind.DAY,
          Envelope.REPORTED_AT, ValueKind.INSTANT);

  private final Mapping mapping;
  private final Problems problems;
  private final DateTexts dates;
  private final NameBasedId ids = new NameBasedId(NameBasedId.EVENTS);
  private final Map<String, LookupTable> lookups = new LinkedHashMap<>();
  private final ValueCompiler values;
  private final Map<InputSpec, Map<List<String>, RowMapping>> compiled = new HashMap<>();

  MappingCompiler(Mapping mapping) {
    this.mapping = mapping;
    this.problems = new Problems(mapping.fileName());
    this.dates = new DateTexts(mapping.zone(), mapping.pivotYear());
    mapping.lookups().forEach(spec -> lookups.put(spec.name(), new LookupTable(spec)));
    this.values = new ValueCompiler(problems, new Expressions(dates, mapping.decimals(), lookups));
  }

  Problems problems() {
    return problems;
  }

  Map<String, LookupTable> lookups() {
    return lookups;
  }

  /** Which rows of a lookup count; null for all. */
  MappedField lookupCondition(LookupSpec spec, List<String> columns) {
    return condition(spec.where(), Scope.ofColumns(columns), "where");
  }

  /** Files of one input with the same columns share what is compiled. */
  RowMapping compile(InputSpec input, List<String> columns) {
    return compiled
        .computeIfAbsent(input, i -> new HashMap<>())
        .computeIfAbsent(columns, c -> compileNew(input, c));
  }

  private RowMapping compileNew(InputSpec input, List<String> columns) {
    Scope scope = Scope.ofColumns(columns);
    List<Value> lets = new ArrayList<>();
    for (Map.Entry<String, Text> let : input.let().entrySet()) {
      String name = let.getKey();
      if (scope.find(name) != null) {
        problems.at(let.getValue().line(), "'" + name + "' is the name of a column already");
      }
      Expressions.Compiled value = values.compile(let.getValue(), scope, name);
      scope =
          value == null
              ? scope.withLet(name, ValueKind.TEXT, List.of())
              : scope.withLet(name, value.kind(), value.roots());
      lets.add(value == null ? row -> "" : named(name, let.getValue(), value.value())::of);
    }
    MappedField where = condition(input.where(), scope, "where");
    List<EventMapping> events = new ArrayList<>();
    for (EventSpec event : input.events()) {
      events.add(event(event, scope));
    }
    return new RowMapping(new Row(scope, lets), where, events, input.eventsPerRow());
  }

  private EventMapping event(EventSpec spec, Scope outer) {
    EventMapping.Repeat repeat = null;
    Scope scope = outer;
    if (spec.repeat() != null) {
      String variable = spec.repeat().variable().value();
      if (outer.find(variable) != null) {
        problems.at(
            spec.repeat().variable().line(), "'" + variable + "' is the name of a column already");
      }
      repeat =
          new EventMapping.Repeat(
              variable,
              field("from", spec.repeat().from(), outer, ValueKind.NUMBER),
              field("to", spec.repeat().to(), outer, ValueKind.NUMBER));
      scope = outer.withRepeat(variable);
    }
    return new EventMapping(
        spec,
        condition(spec.when(), scope, "when"),
        repeat,
        envelope(spec, scope),
        body(spec, scope),
        ids,
        dates);
  }

  private EventMapping.Fields envelope(EventSpec spec, Scope scope) {
    Map<String, MappedField> fields = new HashMap<>();
    spec.envelope()
        .forEach(
            (name, text) ->
                fields.put(
                    name,
                    field(name, text, scope, ENVELOPE_KINDS.getOrDefault(name, ValueKind.TEXT))));
    return new EventMapping.Fields(fields);
  }

  private MappedBody body(EventSpec spec, Scope scope) {
    List<MappedField> fields = new ArrayList<>();
    for (BodyField field : spec.shape().fields()) {
      Text text = spec.body().get(field.name());
      String name = spec.shape().name() + "." + field.name();
      fields.add(
          text == null
              ? new MappedField(name, spec.line(), absent(field))
              : field(name, text, scope, field.kind()));
    }
    return new MappedBody(spec.shape(), fields);
  }

  private static Value absent(BodyField field) {
    Object constant = field.kind() == ValueKind.DAY ? ValueKind.NO_DAY : "";
    if (!field.optional()) {
      constant = field.kind().parse(field.defaultText());
    }
    Object value = constant;
    return row -> value;
  }

  private MappedField condition(Text text, Scope scope, String name) {
    return text == null ? null : named(name, text, values.condition(text, scope, name));
  }

  private MappedField field(String name, Text text, Scope scope, ValueKind kind) {
    return named(name, text, values.compile(text, scope, kind, name));
  }

  private static MappedField named(String name, Text text, Value value) {
    return new MappedField(name, text.line(), value);
  }

  Mapping mapping() {
    return mapping;
  }
}
