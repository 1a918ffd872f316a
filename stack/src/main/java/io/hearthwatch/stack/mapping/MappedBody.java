package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.Month;
import java.util.List;

/**
 * Reads a body from the mapped fields of the row at hand, so that the body itself decides what it
 * accepts.
 */
final class MappedBody implements FieldReader {

  private final BodyShape shape;
  private final List<MappedField> fields;
  private Row row;
  private int next;

  /**
   * @param fields all of the shape, in its order; absent ones have their default
   */
  MappedBody(BodyShape shape, List<MappedField> fields) {
    this.shape = shape;
    this.fields = fields;
  }

  EventBody of(Row current) {
    row = current;
    next = 0;
    return shape.type().read(this);
  }

  @Override
  public long number() {
    return fields.get(next++).number(row);
  }

  @Override
  public Month month() {
    return fields.get(next++).month(row);
  }

  @Override
  public boolean flag() {
    return fields.get(next++).flag(row);
  }

  @Override
  public String text() {
    return fields.get(next++).text(row);
  }

  @Override
  public String optionalText() {
    return fields.get(next++).optionalText(row);
  }

  @Override
  public Integer optionalDay() {
    return fields.get(next++).optionalDay(row);
  }
}
