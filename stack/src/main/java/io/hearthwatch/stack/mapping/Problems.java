package io.hearthwatch.stack.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong in a mapping, so that the author sees all of it at once. */
final class Problems {

  private final String file;
  private final Set<String> problems = new LinkedHashSet<>();

  Problems(String file) {
    this.file = file;
  }

  void at(int line, String reason) {
    problems.add(file + ":" + line + ": " + reason);
  }

  boolean any() {
    return !problems.isEmpty();
  }

  void throwIfAny() {
    if (any()) {
      throw new MappingException(List.copyOf(problems));
    }
  }
}
