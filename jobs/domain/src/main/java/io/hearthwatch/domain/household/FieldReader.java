package io.hearthwatch.domain.household;

/** Gives the fields of a body, in the order of its contract. */
public interface FieldReader {

  long number();

  Month month();

  boolean flag();

  String text();

  /** A text, or null. */
  String optionalText();

  /** A day since 1970-01-01, or null. */
  Integer optionalDay();
}
