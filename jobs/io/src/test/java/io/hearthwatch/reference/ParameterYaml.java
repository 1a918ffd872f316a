package io.hearthwatch.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads the parameters of policy for the reference, apart from the production reader: every scalar
 * is text first, and money becomes fen exactly.
 */
public final class ParameterYaml {

  private ParameterYaml() {}

  /** All entries of all files in a folder and its sub-folders (which add regions). */
  public static List<ParameterEntry> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Map<String, Object>> documents =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .sorted()
              .map(ParameterYaml::document)
              .toList();
      Map<String, String> units = new LinkedHashMap<>();
      for (Map<String, Object> document : documents) {
        if (document.containsKey("unit")) {
          units.put(text(document, "id"), text(document, "unit"));
        }
      }
      List<ParameterEntry> entries = new ArrayList<>();
      for (Map<String, Object> document : documents) {
        String id = text(document, "id");
        for (Object entry : (List<?>) document.get("entries")) {
          entries.add(entry(id, units.get(id), (Map<?, ?>) entry));
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ParameterEntry entry(String id, String unit, Map<?, ?> fields) {
    boolean money = unit.equals("money");
    Object value = fields.get("value");
    Long number = null;
    Map<String, Long> keyed = null;
    List<String> codes = null;
    if (unit.equals("compatibility")) {
      // A pair and how it goes together, as one text: tekun+dibao=EXCLUDE.
      codes =
          ((Map<?, ?>) value)
              .entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
    } else if (value instanceof Map<?, ?> map) {
      keyed = new LinkedHashMap<>();
      for (Map.Entry<?, ?> one : map.entrySet()) {
        keyed.put((String) one.getKey(), whole((String) one.getValue(), money));
      }
    } else if (value instanceof List<?> list) {
      codes = list.stream().map(String.class::cast).toList();
    } else if (value instanceof String text && !List.of("null", "~", "").contains(text)) {
      number = whole(text, money);
    }
    return new ParameterEntry(
        id,
        money ? "fen" : unit,
        (String) fields.get("region"),
        LocalDate.parse((String) fields.get("from")),
        number,
        "year".equals(fields.get("per")),
        keyed,
        codes);
  }

  private static long whole(String text, boolean money) {
    return new BigDecimal(text).movePointRight(money ? 2 : 0).longValueExact();
  }

  private static String text(Map<String, Object> document, String name) {
    return (String) document.get(name);
  }

  @SuppressWarnings("unchecked") // each of these files is a mapping
  static Map<String, Object> document(Path file) {
    LoadSettings everythingIsText =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(file.toString()).build();
    try {
      return (Map<String, Object>)
          new Load(everythingIsText).loadFromString(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
