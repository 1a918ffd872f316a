package io.hearthwatch.stack.mapping;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which file is mapped how.
 *
 * @param inputs in the order in which they are read: files as given; a folder's in the order of the
 *     mapping's inputs, then by name
 * @param lookups the files of each lookup, from what is given or beside it
 */
record InputFiles(List<InputFile> inputs, Map<LookupSpec, List<Path>> lookups) {

  /** A file and what becomes of its rows. */
  record InputFile(Path path, InputSpec input) {}

  /** Throws ImportFailure where a file is missing, means nothing, or means two things. */
  static InputFiles find(Mapping mapping, List<Path> given) {
    Map<Path, InputSpec> inputs = new LinkedHashMap<>();
    Set<Path> around = new LinkedHashSet<>();
    for (Path path : given) {
      if (Files.isDirectory(path)) {
        List<Path> files = list(path);
        around.addAll(files);
        addFolder(mapping, files, inputs);
      } else if (Files.isReadable(path)) {
        around.add(path);
        addFile(mapping, path, inputs);
      } else {
        throw new ImportFailure(path + " is not there or not readable");
      }
    }
    if (inputs.isEmpty()) {
      throw new ImportFailure("no INPUT is named as the mapping expects: " + patterns(mapping));
    }
    for (Path path : given) {
      if (!Files.isDirectory(path)) {
        around.addAll(list(path.toAbsolutePath().getParent()));
      }
    }
    List<InputFile> files = new ArrayList<>();
    inputs.forEach((path, input) -> files.add(new InputFile(path, input)));
    return new InputFiles(files, lookups(mapping, around));
  }

  private static void addFile(Mapping mapping, Path path, Map<Path, InputSpec> inputs) {
    InputSpec input = inputOf(mapping, path);
    if (input != null) {
      add(path, input, inputs);
    } else if (mapping.lookups().stream().noneMatch(l -> matches(l.file(), path))) {
      throw new ImportFailure(path + " is not named as the mapping expects: " + patterns(mapping));
    }
  }

  private static void addFolder(Mapping mapping, List<Path> files, Map<Path, InputSpec> inputs) {
    for (InputSpec input : mapping.inputs()) {
      for (Path path : files) {
        if (inputOf(mapping, path) == input) {
          add(path, input, inputs);
        }
      }
    }
  }

  private static void add(Path path, InputSpec input, Map<Path, InputSpec> inputs) {
    for (Path known : inputs.keySet()) {
      if (sameFile(known, path)) {
        throw new ImportFailure(path + " is given twice");
      }
    }
    inputs.put(path, input);
  }

  private static InputSpec inputOf(Mapping mapping, Path path) {
    InputSpec found = null;
    for (InputSpec input : mapping.inputs()) {
      if (matches(input.file(), path)) {
        if (found != null) {
          throw new ImportFailure(
              mapping.fileName()
                  + ":"
                  + input.line()
                  + ": "
                  + path.getFileName()
                  + " is also described at line "
                  + found.line()
                  + "; make the names distinct");
        }
        found = input;
      }
    }
    return found;
  }

  private static Map<LookupSpec, List<Path>> lookups(Mapping mapping, Set<Path> around) {
    Map<LookupSpec, List<Path>> lookups = new LinkedHashMap<>();
    for (LookupSpec lookup : mapping.lookups()) {
      List<Path> found = new ArrayList<>();
      for (Path path : around) {
        boolean known = found.stream().anyMatch(other -> sameFile(other, path));
        if (matches(lookup.file(), path) && !known) {
          found.add(path);
        }
      }
      if (found.isEmpty()) {
        throw new ImportFailure(
            mapping.fileName()
                + ":"
                + lookup.line()
                + ": lookup '"
                + lookup.name()
                + "' needs a file "
                + names(lookup.file())
                + "; give it or put it beside the others");
      }
      lookups.put(lookup, found);
    }
    return lookups;
  }

  private static boolean matches(FileSpec spec, Path path) {
    String name = path.getFileName().toString();
    boolean packed = name.toLowerCase(Locale.ROOT).endsWith(".gz");
    String unpacked = packed ? name.substring(0, name.length() - 3) : name;
    for (Text pattern : spec.files()) {
      var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.value());
      if (matcher.matches(Path.of(name)) || matcher.matches(Path.of(unpacked))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new ImportFailure("cannot list the folder " + folder, e);
    }
  }

  private static boolean sameFile(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      throw new ImportFailure("cannot read " + other, e);
    }
  }

  private static String patterns(Mapping mapping) {
    List<String> names = new ArrayList<>();
    mapping.inputs().forEach(input -> names.add(names(input.file())));
    return String.join(", ", names);
  }

  private static String names(FileSpec spec) {
    return String.join(" or ", spec.files().stream().map(Text::value).toList());
  }
}
