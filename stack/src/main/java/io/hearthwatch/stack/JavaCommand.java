package io.hearthwatch.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a part's JVM: the Java that runs this program, the shared logging, flags,
 * class path, main.
 */
record JavaCommand(List<String> words) {

  static JavaCommand of(
      Home home, StackDirs dirs, String name, String classPath, List<String> flags, String main) {
    List<String> words = new ArrayList<>();
    words.add(java().toString());
    words.addAll(flags);
    words.add("-Dlog.file=" + dirs.log().resolve(name + ".log"));
    words.add("-Dlog4j2.configurationFile=" + home.file("stack/conf/log4j2.properties").toUri());
    // A heap that is full leaves a process that neither works nor ends; an ended one is noticed and
    // healed.
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.add("-cp");
    words.add(classPath);
    words.add(main);
    return new JavaCommand(words);
  }

  List<String> with(String... arguments) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(arguments));
    return List.copyOf(all);
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
