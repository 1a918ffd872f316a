package io.hearthwatch.stack.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that an expression or a template may use, and what they are. */
final class Scope {

  /** Where a name gets its value. */
  enum Origin {
    COLUMN,
    LET,
    REPEAT
  }

  /**
   * A name.
   *
   * @param index of the column or let value
   * @param columns for a let value the columns that it is made of
   */
  record Name(String name, Origin origin, int index, ValueKind kind, List<Name> columns) {

    /** What its value depends on; asking for these cannot fail, as a let value can. */
    List<Name> roots() {
      return origin == Origin.LET ? columns : List.of(this);
    }
  }

  private final Map<String, Name> names;
  private final int lets;

  private Scope(Map<String, Name> names, int lets) {
    this.names = names;
    this.lets = lets;
  }

  /** Columns in the order of the file; nameless ones cannot be used. */
  static Scope ofColumns(List<String> columns) {
    Map<String, Name> names = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (!name.isEmpty()) {
        names.put(name, new Name(name, Origin.COLUMN, i, ValueKind.TEXT, List.of()));
      }
    }
    return new Scope(names, 0);
  }

  Scope withLet(String name, ValueKind kind, List<Name> columns) {
    return with(new Name(name, Origin.LET, lets, kind, columns), lets + 1);
  }

  Scope withRepeat(String name) {
    return with(new Name(name, Origin.REPEAT, 0, ValueKind.NUMBER, List.of()), lets);
  }

  private Scope with(Name name, int letCount) {
    Map<String, Name> more = new LinkedHashMap<>(names);
    more.put(name.name(), name);
    return new Scope(more, letCount);
  }

  /** The name, or null. */
  Name find(String name) {
    return names.get(name);
  }

  Set<String> names() {
    return names.keySet();
  }

  Iterable<Name> all() {
    return names.values();
  }
}
