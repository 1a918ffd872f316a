package io.hearthwatch.reference.relief;

import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.reference.ReferenceDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures in SQL over raw events, each cell counted anew. */
public final class ReliefReference implements AutoCloseable {

  private static final String RAW =
      """
      INSERT INTO raw_event
      SELECT (line ->> 'eventId')::uuid, line ->> 'kind', (line ->> 'revision')::int, line ->> 'source',
             line ->> 'householdId', line ->> 'personId', line ->> 'registeredRegion', line ->> 'helpingRegion',
             DATE '1970-01-01' + (line ->> 'occurredOn')::int,
             to_timestamp((line ->> 'reportedAt')::numeric / 1000), line ->> 'type', line -> 'body'
      FROM raw_line
      """;

  private static final String CELLS =
      """
      SELECT book || '|' || basis || '|' || region || '|' || programme || '|' || cause || '|' || to_char(month, 'YYYY-MM')
               || CASE WHEN ytd THEN '|year' ELSE '|month' END AS name,
             ARRAY[person_times, persons, households, granted_fen, paid_fen, taken_in, exits] AS figures
      FROM (
        SELECT 'NOW' AS book, basis, region, programme, cause, month, ytd,
               person_times, persons, households, granted_fen, paid_fen, taken_in, exits
        FROM cell WHERE book = 'NOW'
        UNION ALL
        SELECT 'ADJUSTMENT', basis, region, programme, cause, month, ytd,
               sum(s * person_times)::bigint, sum(s * persons)::bigint, sum(s * households)::bigint, sum(s * granted_fen)::bigint,
               sum(s * paid_fen)::bigint, sum(s * taken_in)::bigint, sum(s * exits)::bigint
        FROM (SELECT CASE book WHEN 'NOW' THEN 1 ELSE -1 END AS s, * FROM cell) signed
        GROUP BY basis, region, programme, cause, month, ytd) columns
      UNION ALL
      SELECT disaster_id || '|' || basis || '|' || region || '|counted',
             ARRAY[person_times, persons, households, granted_fen, paid_fen]
      FROM disaster_cell
      UNION ALL
      SELECT disaster_id || '|' || basis || '|' || region || '|reported', array_agg(value ORDER BY figure)
      FROM reported_cell CROSS JOIN (VALUES ('HELPED'), ('REGISTERED')) both_bases (basis)
      GROUP BY disaster_id, basis, region
      """;

  private final ReferenceDatabase database;

  private ReliefReference(ReferenceDatabase database) {
    this.database = database;
  }

  /** Starts a server of its own. */
  public static ReliefReference start() throws IOException, SQLException {
    return new ReliefReference(ReferenceDatabase.start());
  }

  /** Every cell that is not 0, of every level. */
  public Map<String, List<Long>> cells(List<RawEvent> events) throws SQLException {
    return cells(events, "", "");
  }

  /** The same with one piece of the SQL replaced. */
  Map<String, List<Long>> cells(List<RawEvent> events, String right, String wrong)
      throws SQLException {
    database.clear();
    database.load(events.stream().map(RawEvent::toJsonLine));
    boolean replaced = right.isEmpty();
    List<String> script = new ArrayList<>(List.of(RAW));
    for (String file : List.of("relief/10_counted.sql", "relief/20_cells.sql")) {
      String sql = ReferenceDatabase.read(file);
      replaced |= sql.contains(right);
      script.add(right.isEmpty() ? sql : sql.replace(right, wrong));
    }
    if (!replaced) {
      throw new IllegalArgumentException("the SQL does not contain: " + right);
    }
    for (String sql : script) {
      database.execute(sql);
    }
    Map<String, List<Long>> found = new TreeMap<>();
    database.query(
        CELLS,
        row -> {
          List<Long> figures = List.of((Long[]) row.getArray("figures").getArray());
          if (figures.stream().anyMatch(figure -> figure != 0)) {
            found.put(row.getString("name"), figures);
          }
        });
    return found;
  }

  @Override
  public void close() throws SQLException, IOException {
    database.close();
  }
}
