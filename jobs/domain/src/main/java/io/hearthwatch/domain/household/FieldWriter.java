package io.hearthwatch.domain.household;

/** Takes the fields of a body, in the order of its contract. */
public interface FieldWriter {

  void number(String name, long value);

  void month(String name, Month value);

  void flag(String name, boolean value);

  void text(String name, String value);

  /** A text that may be null. */
  void optionalText(String name, String value);

  /** A day since 1970-01-01 that may be null. */
  void optionalDay(String name, Integer value);
}
