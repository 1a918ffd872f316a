package io.hearthwatch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The policies with fewer or with more rules, so that one can see what a rule costs. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the committed policies with another number of rules into a folder, for --policies:",
      "12 are those of the first edition; beyond all there are, rules are copied under new ids."
    })
final class RulesCommand implements Callable<Integer> {

  private static final List<String> FIRST_EDITION =
      List.of("M01", "M02", "M04", "D01", "I01", "I03", "I05", "R01", "R04", "Z01", "A01", "C06");

  /** They speak of other rules, or of feeds: copies would say what no rule of its kind does. */
  private static final Set<String> NEVER_COPIED = Set.of("C06", "V01", "S01");

  /** Letters that no family of rules has. */
  private static final String LETTERS = "BFGJKLNQTUWY";

  @Option(names = "--count", required = true, description = "How many rules, such as 12 or 200.")
  private int count;

  @Option(names = "--to", required = true, description = "Folder that does not exist yet.")
  private Path to;

  @Option(
      names = "--policies",
      defaultValue = "policies",
      description = "Folder of the policies. Default: ${DEFAULT-VALUE}.")
  private Path policies;

  @Override
  public Integer call() throws IOException {
    Files.createDirectory(to);
    List<Path> rules = yamlOf(policies.resolve("rules"));
    try (Stream<Path> folders = Files.list(policies)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (!folder.endsWith("rules") && !folder.endsWith("scenarios")) {
          copy(yamlOf(folder), to.resolve(folder.getFileName()));
        }
      }
    }
    Path written = to.resolve("rules");
    if (count <= FIRST_EDITION.size()) {
      copy(rules.stream().filter(RulesCommand::isOfFirstEdition).limit(count).toList(), written);
    } else {
      copy(rules.stream().limit(count).toList(), written);
      List<Path> again = rules.stream().filter(rule -> !NEVER_COPIED.contains(id(rule))).toList();
      for (int i = 0; i < count - rules.size(); i++) {
        copyAs(id(i), again.get(i % again.size()), written);
      }
    }
    System.out.printf("%d rules in %s%n", yamlOf(written).size(), to);
    return 0;
  }

  private static boolean isOfFirstEdition(Path rule) {
    return FIRST_EDITION.contains(id(rule));
  }

  private static String id(Path rule) {
    return rule.getFileName().toString().replace(".yaml", "");
  }

  private static String id(int copy) {
    return "%s%02d".formatted(LETTERS.charAt(copy / 99), copy % 99 + 1);
  }

  private static void copyAs(String id, Path rule, Path folder) {
    try {
      String text = Files.readString(rule).replaceFirst("(?m)^id: .*$", "id: " + id);
      Files.writeString(folder.resolve(id + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(List<Path> files, Path folder) throws IOException {
    Files.createDirectory(folder);
    for (Path file : files) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
  }

  private static List<Path> yamlOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
