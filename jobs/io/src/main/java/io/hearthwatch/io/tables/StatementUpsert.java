package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;

/** Writes statements for the tables job. */
public final class StatementUpsert implements JdbcQueryStatement<StatementRow> {

  @Serial private static final long serialVersionUID = 1L;

  private static final String QUERY = StatementTable.upsert("hearthwatch.relief_statement");

  @Override
  public String query() {
    return QUERY;
  }

  @Override
  public void statement(PreparedStatement statement, StatementRow row) throws SQLException {
    StatementTable.bind(statement, row);
  }
}
