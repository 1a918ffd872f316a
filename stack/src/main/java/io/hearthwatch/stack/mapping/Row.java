package io.hearthwatch.stack.mapping;

import dev.cel.runtime.CelVariableResolver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The row at hand, refilled for each one. Let values are computed when first asked for and once a
 * row, so that a filtered row costs nothing and an expensive one is shared by several events.
 */
final class Row implements CelVariableResolver {

  private final Scope scope;
  private final List<Value> lets;
  private final Object[] letValues;
  private String[] columns;
  private String repeatVariable;
  private long repeatValue;

  /**
   * @param scope columns and let names
   * @param lets in the order of their indexes
   */
  Row(Scope scope, List<Value> lets) {
    this.scope = scope;
    this.lets = lets;
    this.letValues = new Object[lets.size()];
  }

  void fill(String[] values) {
    columns = values;
    repeatVariable = null;
    Arrays.fill(letValues, null);
  }

  void repeat(String variable, long value) {
    repeatVariable = variable;
    repeatValue = value;
  }

  Object value(Scope.Name name) {
    return switch (name.origin()) {
      case COLUMN -> columns[name.index()];
      case LET -> let(name.index());
      case REPEAT -> repeatValue;
    };
  }

  private Object let(int index) {
    Object value = letValues[index];
    if (value == null) {
      value = lets.get(index).of(this);
      letValues[index] = value;
    }
    return value;
  }

  @Override
  public Optional<Object> find(String variable) {
    if (variable.equals(repeatVariable)) {
      return Optional.of(repeatValue);
    }
    Scope.Name name = scope.find(variable);
    return name == null ? Optional.empty() : Optional.of(value(name));
  }
}
