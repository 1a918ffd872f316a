package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The page for strangers is true: its example gives its output, and its options are there. */
class ImportDocsTest {

  private static final Pattern BLOCK =
      Pattern.compile("^```([a-z]+) ?(\\S*)\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private Path folder;

  private static String page() throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("docs/import.md"))) {
      at = at.getParent();
    }
    return Files.readString(at.resolve("docs/import.md"));
  }

  private static Map<String, String> blocks() throws IOException {
    Map<String, String> blocks = new TreeMap<>();
    Matcher block = BLOCK.matcher(page());
    while (block.find()) {
      blocks.put(block.group(2).isEmpty() ? block.group(1) : block.group(2), block.group(3));
    }
    return blocks;
  }

  private CommandLine command() {
    return new CommandLine(
        new ImportCommand(
            () -> {
              throw new AssertionError("a dry run opens nothing");
            },
            () -> folder.resolve("var")));
  }

  @Test
  void theExampleGivesWhatThePageShows() throws IOException {
    Map<String, String> blocks = blocks();
    for (String name : new String[] {"bills.csv", "people.csv", "bills.yaml"}) {
      Files.writeString(folder.resolve(name), blocks.get(name));
    }
    StringWriter out = new StringWriter();
    int exit =
        command()
            .setOut(new PrintWriter(out, true))
            .execute(
                "--mapping",
                folder.resolve("bills.yaml").toString(),
                "--dry-run",
                folder.resolve("bills.csv").toString());
    assertThat(exit).isZero();
    String seconds = " in [0-9.]+ s,";
    String shown = blocks.get("console").replaceFirst("^\\$ .*\\n", "");
    assertThat(out.toString().replace(folder + "/", "").replaceFirst(seconds, " in 0.0 s,"))
        .isEqualTo(shown.replaceFirst(seconds, " in 0.0 s,"));
    assertThat(folder.resolve("var/import-report.csv"))
        .hasContent(blocks.get("var/import-report.csv"));
  }

  @Test
  void thePageHasEveryOptionAndNoOther() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    Matcher row = Pattern.compile("^\\| (`--[^|]*) \\|", Pattern.MULTILINE).matcher(page());
    while (row.find()) {
      Matcher option = Pattern.compile("--[a-z-]+").matcher(row.group(1));
      while (option.find()) {
        shown.add(option.group());
      }
    }
    TreeSet<String> known = new TreeSet<>();
    // Its own; what every command has is described with the command.
    for (Field field : ImportCommand.class.getDeclaredFields()) {
      CommandLine.Option option = field.getAnnotation(CommandLine.Option.class);
      if (option != null) {
        known.addAll(List.of(option.names()));
      }
    }
    assertThat(shown).isEqualTo(known);
  }
}
