package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.Month;
import java.time.LocalDate;

/** The fields of one event of a scenario, in the units of the contract. */
record EventFields(YamlFields yaml, Problems problems) {

  private static final long MOST_PEOPLE = 1_000;

  boolean has(String key) {
    return yaml.has(key);
  }

  String text(String key) {
    return yaml.text(key);
  }

  String optionalText(String key) {
    return yaml.optionalText(key);
  }

  String code(String key) {
    return yaml.code(key);
  }

  String code(String key, String otherwise) {
    return has(key) ? code(key) : otherwise;
  }

  /** An amount in fen; 0 where it is missing. */
  long fen(String key) {
    return has(key) ? requiredFen(key) : 0;
  }

  /** An amount in fen. */
  Long requiredFen(String key) {
    String text = text(key);
    return text == null ? null : Amounts.fen(yaml.place(key), text, problems);
  }

  /** A number of people or things; 0 where it is missing. */
  long count(String key) {
    return count(key, MOST_PEOPLE);
  }

  /** A number of at most so many; 0 where it is missing. */
  long count(String key, long most) {
    return has(key) ? yaml.wholeNumber(key, 0, most) : 0;
  }

  boolean flag(String key, boolean otherwise) {
    return has(key) ? text(key).equals("true") : otherwise;
  }

  /** Days since 1970-01-01; null where it is missing. */
  Integer optionalDay(String key) {
    LocalDate day = has(key) ? yaml.day(key) : null;
    return day == null ? null : (int) day.toEpochDay();
  }

  /** A month such as 2023-04; that of the day where it is missing. */
  Month month(String key, LocalDate otherwise) {
    return has(key) ? month(text(key)) : Month.of(otherwise);
  }

  static Month month(String text) {
    return Month.ofNumber(Long.parseLong(text.strip().replace("-", "")));
  }
}
