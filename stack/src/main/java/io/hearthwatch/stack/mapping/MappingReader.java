package io.hearthwatch.stack.mapping;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a mapping file; refuses with file, line and reason what it does not understand. */
public final class MappingReader {

  private static final String DEFAULT_ZONE = "Asia/Shanghai";
  private static final int DEFAULT_DECIMALS = 2;
  private static final int DEFAULT_PIVOT_YEAR = 1950;
  private static final int DEFAULT_MAX_LOOKUP_ROWS = 1_000_000;
  private static final int MOST_LOOKUP_ROWS = 100_000_000;
  private static final int MOST_EVENTS_PER_ROW = 1000;

  private final Path path;
  private final Problems problems;

  private MappingReader(Path path) {
    this.path = path;
    this.problems = new Problems(path.getFileName().toString());
  }

  /** Throws {@link MappingException} with every problem, {@link ImportFailure} when unreadable. */
  public static Mapping read(Path path) {
    MappingReader reader = new MappingReader(path);
    Mapping mapping = reader.mapping(reader.root());
    reader.problems.throwIfAny();
    return mapping;
  }

  private Node root() {
    LoadSettings settings = LoadSettings.builder().setLabel(path.getFileName().toString()).build();
    try (Reader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      Optional<Node> root = new Compose(settings).composeReader(in);
      if (root.isEmpty()) {
        problems.at(1, "the mapping is empty");
        problems.throwIfAny();
      }
      return root.get();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.at(line, "no valid YAML: " + e.getProblem());
      problems.throwIfAny();
      throw new AssertionError(e);
    } catch (YamlEngineException | IOException e) {
      throw new ImportFailure(
          "cannot read the mapping " + path + ": is it there, readable, and UTF-8?", e);
    }
  }

  private Mapping mapping(Node node) {
    Section root = Section.of(problems, node, "the mapping");
    ZoneId zone = zone(root.optional("zone"));
    Text regionPrefix = root.optional("regionPrefix");
    Mapping.Order order = order(root.optional("order"));
    int decimals = number(root.optional("decimals"), DEFAULT_DECIMALS, 0, Decimals.MAX_DECIMALS);
    int pivotYear = number(root.optional("pivotYear"), DEFAULT_PIVOT_YEAR, 1800, 2100);
    CsvFormat format = new CsvFormatReader(problems).read(root.section("format"), null);
    FileSpecReader files = new FileSpecReader(problems, format);
    List<LookupSpec> lookups = lookups(root.section("lookups"), files);
    List<InputSpec> inputs = new ArrayList<>();
    for (Section section : root.sections("inputs", "an input")) {
      inputs.add(input(section, files));
    }
    root.refuseOthers();
    if (inputs.isEmpty()) {
      problems.at(root.line(), "the mapping needs 'inputs': which files become which events?");
    }
    return new Mapping(
        path,
        zone,
        regionPrefix == null ? "" : regionPrefix.value(),
        order,
        decimals,
        pivotYear,
        lookups,
        inputs);
  }

  private List<LookupSpec> lookups(Section section, FileSpecReader files) {
    List<LookupSpec> lookups = new ArrayList<>();
    if (section == null) {
      return lookups;
    }
    for (String name : section.keys()) {
      Section lookup = section.section(name);
      FileSpec file = files.read(lookup);
      List<Text> key = lookup.texts("key");
      if (key.isEmpty()) {
        problems.at(section.lineOfKey(name), "lookup '" + name + "' needs 'key', its key column");
      }
      Text where = lookup.optional("where");
      int maxRows =
          number(lookup.optional("maxRows"), DEFAULT_MAX_LOOKUP_ROWS, 1, MOST_LOOKUP_ROWS);
      lookup.refuseOthers();
      lookups.add(new LookupSpec(name, section.lineOfKey(name), file, key, where, maxRows));
    }
    return lookups;
  }

  private InputSpec input(Section section, FileSpecReader files) {
    FileSpec file = files.read(section);
    final Text where = section.optional("where");
    final Map<String, Text> let = let(section.section("let"));
    Text eventsPerRow = section.optional("eventsPerRow");
    EventSpecReader reader = new EventSpecReader(problems);
    Map<String, Text> common = new LinkedHashMap<>();
    Section commonSection = section.section("common");
    if (commonSection != null) {
      common.putAll(reader.envelope(commonSection));
      commonSection.refuseOthers();
    }
    List<EventSpec> events = new ArrayList<>();
    List<Section> eventSections = section.sections("events", "an event");
    for (Section event : eventSections) {
      EventSpec spec = reader.read(event, common);
      if (spec != null) {
        events.add(spec);
      }
    }
    section.refuseOthers();
    if (eventSections.isEmpty()) {
      problems.at(section.line(), "the input needs 'events': what does a row say?");
    }
    checkNames(let, file, events);
    return new InputSpec(
        section.line(),
        file,
        where,
        let,
        events,
        eventsPerRow == null ? null : (Integer) number(eventsPerRow, 1, 1, MOST_EVENTS_PER_ROW));
  }

  private Map<String, Text> let(Section section) {
    Map<String, Text> let = new LinkedHashMap<>();
    if (section != null) {
      for (String name : section.keys()) {
        let.put(name, section.optional(name));
        if (!Expressions.usable(name)) {
          problems.at(
              section.lineOfKey(name), "'" + name + "' must be a name of letters, digits and _");
        }
      }
    }
    return let;
  }

  /** A name means one thing: a column, a let value, or the number of a repeat. */
  private void checkNames(Map<String, Text> let, FileSpec file, List<EventSpec> events) {
    Set<String> names = new HashSet<>();
    file.columns().forEach(column -> names.add(column.value()));
    let.forEach(
        (name, text) -> {
          if (!names.add(name)) {
            problems.at(text.line(), "'" + name + "' is the name of a column already");
          }
        });
    for (EventSpec event : events) {
      RepeatSpec repeat = event.repeat();
      if (repeat != null && names.contains(repeat.variable().value())) {
        problems.at(
            repeat.variable().line(),
            "'" + repeat.variable().value() + "' is the name of a column or let value already");
      }
    }
  }

  private ZoneId zone(Text text) {
    try {
      return ZoneId.of(text == null ? DEFAULT_ZONE : text.value());
    } catch (DateTimeException e) {
      problems.at(text.line(), "'" + text.value() + "' is no time zone; try Asia/Shanghai or UTC");
      return ZoneId.of(DEFAULT_ZONE);
    }
  }

  private Mapping.Order order(Text text) {
    String value = text == null ? "row" : text.value();
    return switch (value) {
      case "row" -> Mapping.Order.ROW;
      case "reported" -> Mapping.Order.REPORTED;
      default -> {
        problems.at(text.line(), "'order' is row or reported, not '" + value + "'");
        yield Mapping.Order.ROW;
      }
    };
  }

  private int number(Text text, int otherwise, int least, int most) {
    return text == null ? otherwise : new WholeNumber(problems, least, most).read(text);
  }
}
