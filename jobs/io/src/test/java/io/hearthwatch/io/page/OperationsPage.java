package io.hearthwatch.io.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** docs/operations.md, and how options are written there. */
public final class OperationsPage {

  private OperationsPage() {}

  /** The rows of the first table under a heading, without its head; from the folder of a job. */
  public static List<String> tableUnder(String heading) throws IOException {
    return Files.readAllLines(Path.of("../../docs/operations.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }

  /** The rows that options want. */
  public static List<String> rows(List<ConfigOption<?>> options) {
    return options.stream().map(OperationsPage::row).toList();
  }

  /** The options that a class declares as its constants. */
  public static List<ConfigOption<?>> declared(Class<?> options) throws IllegalAccessException {
    List<ConfigOption<?>> declared = new ArrayList<>();
    for (var field : options.getDeclaredFields()) {
      if (field.getType() == ConfigOption.class) {
        declared.add((ConfigOption<?>) field.get(null));
      }
    }
    return declared;
  }

  private static String row(ConfigOption<?> option) {
    Object value = option.defaultValue();
    String fallback =
        value instanceof Duration duration
            ? TimeUtils.formatWithHighestUnit(duration)
            : isZone(value) ? value.toString() : value.toString().toLowerCase(Locale.ROOT);
    return "| `--%s` | %s | %s |"
        .formatted(option.key(), fallback, new HtmlFormatter().format(option.description()));
  }

  private static boolean isZone(Object value) {
    return ZoneId.getAvailableZoneIds().contains(value.toString());
  }
}
