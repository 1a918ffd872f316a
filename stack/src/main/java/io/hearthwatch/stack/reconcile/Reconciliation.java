package io.hearthwatch.stack.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.relief.RegionScheme;
import io.hearthwatch.stack.broker.NamedOffsets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds figures and statements against each other, against the events and against the database, in
 * SQL over temporary tables of one connection. Fill it ({@link #told}, {@link #said}, {@link
 * #named}), then {@link #check}; {@link #recount} before the checks that need it.
 */
public final class Reconciliation {

  private static final List<String> RECOUNT =
      List.of("20_ledger.sql", "30_recount.sql", "40_statements.sql");

  /** How many pairs there are, and the first that do not say the same. */
  private static final String FIRST_DIFFERENCE =
      """
      WITH pair AS MATERIALIZED (
      %s
      )
      SELECT (SELECT count(*) FROM pair), first.name, first.this, first.that
      FROM (SELECT 1) one
      LEFT JOIN (
        SELECT * FROM pair WHERE this IS DISTINCT FROM that ORDER BY name LIMIT 1) first ON true
      """;

  private final Connection connection;
  private final ObjectMapper json = new ObjectMapper();

  /** Makes the tables; they go with the connection. */
  public Reconciliation(Connection connection) throws SQLException {
    this.connection = connection;
    execute("SET work_mem = '128MB'; SET jit = off");
    execute(read("10_tables.sql"));
  }

  /** Takes in what was told. */
  ToldVersions told(Retention retention, RegionScheme scheme) throws SQLException {
    return new ToldVersions(connection, retention, scheme);
  }

  /** Takes in what was said. */
  SaidRecords said() throws SQLException {
    return new SaidRecords(connection);
  }

  /** Takes in how far what was said goes. */
  void named(List<NamedOffsets.End> said) throws SQLException {
    try (CopyRows ends = new CopyRows(connection, "named_end")) {
      for (NamedOffsets.End end : said) {
        ends.add(end.topic(), end.partition(), end.until());
      }
    }
  }

  /** Whether the database has everything that was said up to the named offsets. */
  boolean tablesHaveAll() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(read("tables-have-all.sql"))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Counts anew what the events come to. */
  void recount() throws SQLException {
    for (String file : RECOUNT) {
      execute(read(file));
    }
  }

  /**
   * What a check found.
   *
   * @param pairs compared
   */
  public record Result(Check check, long pairs, Optional<Difference> difference) {}

  /** Compares all pairs of a check. */
  public Result check(Check check) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(FIRST_DIFFERENCE.formatted(read(check.resource())))) {
      row.next();
      String name = row.getString(2);
      return new Result(
          check,
          row.getLong(1),
          name == null
              ? Optional.empty()
              : Optional.of(
                  Difference.of(name, columns(row.getString(3)), columns(row.getString(4)))));
    }
  }

  private Map<String, String> columns(String object) {
    Map<String, String> columns = new TreeMap<>();
    if (object != null) {
      try {
        for (Map.Entry<String, JsonNode> column : json.readTree(object).properties()) {
          JsonNode value = column.getValue();
          columns.put(column.getKey(), value.isValueNode() ? value.asText() : value.toString());
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("PostgreSQL writes JSON that is none", e);
      }
    }
    return columns;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String read(String name) {
    String path = "/reconcile/" + name;
    try (InputStream in = Reconciliation.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
