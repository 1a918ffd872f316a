package io.hearthwatch.stack.mapping;

/** Something that has a value for each row: a constant, a column, a template, an expression. */
@FunctionalInterface
interface Value {

  /** Never null; throws RowProblem where the row does not allow it. */
  Object of(Row row);
}
