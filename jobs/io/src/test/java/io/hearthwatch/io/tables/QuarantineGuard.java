package io.hearthwatch.io.tables;

import java.sql.SQLException;
import java.util.List;

/** Finds every way in which the role of the analysts could get at more than the views. */
final class QuarantineGuard {

  private QuarantineGuard() {}

  /** Schemas, tables, columns and functions that they should not be able to use but can. */
  static List<String> openings(TestDatabase database) throws SQLException {
    return database.rows(
        """
        SELECT 'schema ' || nspname FROM pg_namespace
          WHERE nspname = 'quarantine' AND has_schema_privilege('hearthwatch_analyst', oid, 'USAGE, CREATE')
        UNION ALL
        SELECT 'relation ' || c.oid::regclass FROM pg_class c
          WHERE relnamespace IN ('quarantine'::regnamespace, 'hearthwatch'::regnamespace)
            AND relkind IN ('r', 'v', 'm')
            AND (relkind <> 'v' AND (
                   has_table_privilege('hearthwatch_analyst', oid, 'SELECT')
                   OR has_any_column_privilege('hearthwatch_analyst', oid, 'SELECT'))
                 OR has_table_privilege('hearthwatch_analyst', oid,
                   'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'))
        UNION ALL
        SELECT 'column ' || attname || ' of view ' || c.oid::regclass
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
          WHERE relkind = 'v' AND relnamespace = 'hearthwatch'::regnamespace
            AND attname IN ('payload', 'record_key')
        UNION ALL
        SELECT 'member of ' || r.rolname FROM pg_roles r
          WHERE r.rolname <> 'hearthwatch_analyst' AND r.oid >= 16384
            AND pg_has_role('hearthwatch_analyst', r.oid, 'MEMBER')
        ORDER BY 1
        """);
  }
}
