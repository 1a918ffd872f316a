package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Month;
import java.util.ArrayList;
import java.util.List;

/**
 * Notes the fields that a body reads, then their names as it writes them. What it gives is the
 * least that every body accepts.
 */
final class BodyProbe implements FieldReader, FieldWriter {

  /** A field that was asked for. */
  record Asked(String name, ValueKind kind, boolean optional) {}

  private final List<ValueKind> kinds = new ArrayList<>();
  private final List<Boolean> optional = new ArrayList<>();
  private final List<Asked> fields = new ArrayList<>();

  List<Asked> fields() {
    return fields;
  }

  private void read(ValueKind kind, boolean mayBeAbsent) {
    kinds.add(kind);
    optional.add(mayBeAbsent);
  }

  private void written(String name) {
    int index = fields.size();
    fields.add(new Asked(name, kinds.get(index), optional.get(index)));
  }

  @Override
  public long number() {
    read(ValueKind.NUMBER, false);
    return 0;
  }

  @Override
  public Month month() {
    read(ValueKind.MONTH, false);
    return Month.ofNumber(200001);
  }

  @Override
  public boolean flag() {
    read(ValueKind.FLAG, false);
    return false;
  }

  @Override
  public String text() {
    read(ValueKind.TEXT, false);
    return "x";
  }

  @Override
  public String optionalText() {
    read(ValueKind.TEXT, true);
    return null;
  }

  @Override
  public Integer optionalDay() {
    read(ValueKind.DAY, true);
    return null;
  }

  @Override
  public void number(String name, long value) {
    written(name);
  }

  @Override
  public void month(String name, Month value) {
    written(name);
  }

  @Override
  public void flag(String name, boolean value) {
    written(name);
  }

  @Override
  public void text(String name, String value) {
    written(name);
  }

  @Override
  public void optionalText(String name, String value) {
    written(name);
  }

  @Override
  public void optionalDay(String name, Integer value) {
    written(name);
  }
}
