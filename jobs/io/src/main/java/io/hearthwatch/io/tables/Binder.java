package io.hearthwatch.io.tables;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Numbers the parameters of a statement in the order in which they are bound. */
final class Binder {

  private final PreparedStatement statement;
  private int next = 1;

  Binder(PreparedStatement statement) {
    this.statement = statement;
  }

  void value(Object value) throws SQLException {
    statement.setObject(next++, value);
  }

  void bytes(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
  }

  /** A date, or null. */
  void date(LocalDate value) throws SQLException {
    statement.setObject(next++, value, Types.DATE);
  }

  /** An instant, or null. */
  void instant(Instant value) throws SQLException {
    statement.setObject(
        next++,
        value == null ? null : value.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** One column of many rows, as an array of a PostgreSQL type. */
  <R> void array(String type, List<R> rows, Function<R, Object> column) throws SQLException {
    Array array =
        statement.getConnection().createArrayOf(type, rows.stream().map(column).toArray());
    statement.setArray(next++, array);
  }

  /** One column of numbers of many rows: as an array of longs it travels in binary. */
  <R> void numbers(List<R> rows, ToLongFunction<R> column) throws SQLException {
    statement.setObject(next++, rows.stream().mapToLong(column).toArray());
  }
}
