package io.hearthwatch.reference;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * The rules in SQL over raw events. Fill it ({@link #clear}, {@link #load}, {@link #parameters},
 * {@link #regions}, {@link #calendar}, {@link #completeness}, {@link #ask}), then read {@link
 * #verdicts}.
 */
public final class ReferenceDatabase implements AutoCloseable {

  private static final List<String> INPUT = List.of("01_words.sql", "00_input.sql");

  /** The rules of the first pass, and of the second, which sees what those say. */
  private static final String FIRST_PASS =
      "M01 M02 M03 M04 M05 M06 D01 D02 D03 I01 I02 I03 I04 I05 I06 R01 R02 R03 R04 E01 E02 E03 H01 "
          + "Z01 Z02 Z03 A01 A02 A03 C01 C02 C03 C04 C05 P01 P02 P03 P04 X01 X02 X03";

  private static final String SECOND_PASS = "C06 V01";

  private static final String RULES = "rules/";

  private static final String FIRST_PASS_IS_ASKED = "80_first_pass.sql";

  private static final List<String> DERIVED =
      Stream.of(
              Stream.of(
                  "10_events",
                  "15_visits",
                  "20_household",
                  "30_parameters",
                  "40_money",
                  "50_members"),
              Stream.of("60_aid_classes", "65_people", "70_utilities", "75_months"),
              rules(FIRST_PASS),
              Stream.of("80_first_pass"),
              rules(SECOND_PASS),
              Stream.of("85_muted", "90_hits", "95_proposals"))
          .flatMap(names -> names)
          .map(name -> name + ".sql")
          .toList();

  private static final int LINES_PER_COPY = 5_000;

  /** A change of one file, so that a test can prove that a wrong rule is noticed. */
  public record Variant(String file, String right, String wrong) {
    /** The SQL as it is. */
    static final Variant NONE = new Variant("", "", "");

    /** As it is written in a list: the file, what is right and what is wrong, between bars. */
    static Variant of(String line) {
      String[] parts = line.split("\\|", -1);
      return new Variant(parts[0], parts[1], parts[2]);
    }

    /** Whether it changes what is there before the first event is. */
    boolean isOfInput() {
      return INPUT.contains(file);
    }

    String apply(String name, String sql) {
      if (!name.equals(file)) {
        return sql;
      }
      if (!sql.contains(right)) {
        throw new IllegalArgumentException(name + " does not contain: " + right);
      }
      return sql.replace(right, wrong);
    }
  }

  private final EmbeddedPostgres server;
  private final Connection connection;

  private ReferenceDatabase(EmbeddedPostgres server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  /** Starts a server of its own. */
  public static ReferenceDatabase start() throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("jit", "off")
            .setServerConfig("work_mem", "64MB")
            .start();
    return new ReferenceDatabase(server, server.getPostgresDatabase().getConnection());
  }

  /** Uses a database of somebody else; everything happens in its schema {@code reference}. */
  public static ReferenceDatabase in(Connection connection) {
    return new ReferenceDatabase(null, connection);
  }

  /** Whether the reference has this rule: all but S01, which no household is asked. */
  public static boolean says(String ruleId) {
    return (FIRST_PASS + " " + SECOND_PASS).contains(ruleId);
  }

  /** Forgets everything. */
  public void clear() throws SQLException {
    clear(Variant.NONE);
  }

  /** Forgets everything; the next words are changed. */
  void clear(Variant variant) throws SQLException {
    execute("DROP SCHEMA IF EXISTS reference CASCADE");
    execute("CREATE SCHEMA reference");
    execute("SET search_path = reference");
    for (String file : INPUT) {
      execute(variant.apply(file, read(file)));
    }
  }

  /** Takes events in, one JSON object a line, as {@link RawEvent#toJsonLine} writes them. */
  public void load(Stream<String> jsonLines) throws SQLException {
    Iterator<String> lines = jsonLines.iterator();
    while (lines.hasNext()) {
      StringBuilder some = new StringBuilder();
      for (int i = 0; i < LINES_PER_COPY && lines.hasNext(); i++) {
        some.append(lines.next()).append('\n');
      }
      try {
        // CSV whose quote and delimiter never occur: each line is one value as it is.
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY raw_line FROM STDIN (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')",
                new StringReader(some.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Sets what policy says. */
  public void parameters(Collection<ParameterEntry> entries) throws SQLException {
    String sql = "INSERT INTO parameter_entry VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (ParameterEntry entry : entries) {
        insert.setString(1, entry.parameter());
        insert.setString(2, entry.unit());
        insert.setString(3, entry.regionPrefix());
        insert.setDate(4, Date.valueOf(entry.from()));
        insert.setObject(5, entry.number(), java.sql.Types.BIGINT);
        insert.setBoolean(6, entry.perYear());
        insert.setString(7, entry.keyed() == null ? null : json(entry.keyed()));
        insert.setArray(
            8,
            entry.codes() == null
                ? null
                : connection.createArrayOf("text", entry.codes().toArray()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Sets which codes of regions became others. */
  public void regions(Collection<RegionChange> changes) throws SQLException {
    String sql = "INSERT INTO region_change VALUES (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (RegionChange change : changes) {
        insert.setDate(1, Date.valueOf(change.from()));
        insert.setString(2, change.was());
        insert.setString(3, change.now());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Sets on which days it is otherwise than by the day of the week: true where they are worked. */
  public void calendar(Map<LocalDate, Boolean> worked) throws SQLException {
    String sql = "INSERT INTO calendar_day VALUES (?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map.Entry<LocalDate, Boolean> day : worked.entrySet()) {
        insert.setDate(1, Date.valueOf(day.getKey()));
        insert.setBoolean(2, day.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Sets what sources said of themselves, in this order. */
  public void completeness(List<SourceSaid> said) throws SQLException {
    String sql = "INSERT INTO completeness_said VALUES (?, ?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < said.size(); i++) {
        insert.setInt(1, i);
        insert.setString(2, said.get(i).source());
        insert.setString(3, said.get(i).regionPrefix());
        insert.setDate(4, Date.valueOf(said.get(i).completeThrough()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Asks about each household as of its dates. */
  public void ask(Map<String, ? extends Collection<LocalDate>> datesByHousehold)
      throws SQLException {
    String sql = "INSERT INTO asked VALUES (?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map.Entry<String, ? extends Collection<LocalDate>> entry : datesByHousehold.entrySet()) {
        for (LocalDate date : entry.getValue()) {
          insert.setString(1, entry.getKey());
          insert.setDate(2, Date.valueOf(date));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  /** Asks about every household that is spoken of, as of the same dates. */
  public void askEverybody(Collection<LocalDate> dates) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO asked SELECT DISTINCT line ->> 'householdId', ?::date FROM raw_line")) {
      for (LocalDate date : dates) {
        insert.setDate(1, Date.valueOf(date));
        insert.executeUpdate();
      }
    }
  }

  /** What the rules say, sorted. */
  public List<Verdict> verdicts() throws SQLException {
    return verdicts(Variant.NONE);
  }

  /** What the rules say with one file changed. */
  List<Verdict> verdicts(Variant variant) throws SQLException {
    derive(DERIVED, variant);
    return hits().sorted().toList();
  }

  /** The same, and which classes the figures suggest by the committed policy. */
  public List<Verdict> verdictsAndProposals() throws SQLException {
    return verdictsAndProposals(Variant.NONE);
  }

  /** Both with one file changed. */
  List<Verdict> verdictsAndProposals(Variant variant) throws SQLException {
    derive(DERIVED, variant);
    return read();
  }

  /** Hears what the rules say with one of them changed. */
  @FunctionalInterface
  interface OfVariant {
    void take(Variant variant, List<Verdict> verdicts);
  }

  /**
   * What the rules say with one of them changed, for many changes. What comes before a changed file
   * is worked out once for all: the last files go first. A rule of the first pass is asked alone.
   *
   * @param variants none of them of the input
   */
  void eachVariant(Collection<Variant> variants, OfVariant of) throws SQLException {
    List<Variant> lastFirst =
        variants.stream()
            .sorted(Comparator.comparing(ReferenceDatabase::changedFrom).reversed())
            .toList();
    connection.setAutoCommit(false);
    try {
      List<Savepoint> before = new ArrayList<>();
      for (String file : DERIVED) {
        before.add(connection.setSavepoint());
        execute(read(file));
      }
      for (Variant variant : lastFirst) {
        int from = changedFrom(variant);
        connection.rollback(before.get(from));
        if (isOfFirstPass(variant.file())) {
          askAgain(variant);
        }
        derive(DERIVED.subList(from, DERIVED.size()), variant);
        of.take(variant, read());
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The file from which on all is worked out anew. */
  private static int changedFrom(Variant variant) {
    return isOfFirstPass(variant.file())
        ? DERIVED.indexOf(FIRST_PASS_IS_ASKED) + 1
        : DERIVED.indexOf(variant.file());
  }

  private static boolean isOfFirstPass(String file) {
    return file.startsWith(RULES)
        && FIRST_PASS.contains(file.substring(RULES.length(), file.indexOf('.')));
  }

  private void askAgain(Variant variant) throws SQLException {
    String rule = variant.file().substring(RULES.length(), variant.file().indexOf('.'));
    execute(
        variant
            .apply(variant.file(), read(variant.file()))
            .replace("CREATE VIEW", "CREATE OR REPLACE VIEW"));
    execute("DELETE FROM first_pass WHERE rule = '%1$s'; SELECT ask_rule('%1$s')".formatted(rule));
  }

  private void derive(List<String> files, Variant variant) throws SQLException {
    for (String file : files) {
      execute(variant.apply(file, read(file)));
    }
  }

  private List<Verdict> read() throws SQLException {
    return Stream.concat(hits(), proposals()).sorted().toList();
  }

  private Stream<Verdict> hits() throws SQLException {
    return rows(
        "99_verdicts.sql",
        rows ->
            Verdict.hit(
                rows.getString("urgency"),
                rows.getLong("measure"),
                rows.getString("raised_by"),
                rows.getObject("muted_through", LocalDate.class)));
  }

  private Stream<Verdict> proposals() throws SQLException {
    return rows(
        "99_proposals.sql",
        rows ->
            Verdict.proposed(
                rows.getObject("entitlement_fen") == null ? null : rows.getLong("entitlement_fen"),
                rows.getString("region_prefix"),
                rows.getDate("from_date").toLocalDate()));
  }

  /** What is said of one row that is true. */
  private interface Said {
    String of(ResultSet row) throws SQLException;
  }

  private Stream<Verdict> rows(String file, Said said) throws SQLException {
    List<Verdict> verdicts = new ArrayList<>();
    query(
        read(file),
        row ->
            verdicts.add(
                new Verdict(
                    row.getString("household_id"),
                    row.getDate("as_of").toLocalDate(),
                    row.getString("rule"),
                    row.getString("subject"),
                    row.getBoolean("hit")
                        ? said.of(row)
                        : Verdict.notAssessable(row.getString("reason")),
                    List.of((String[]) row.getArray("evidence").getArray()))));
    return verdicts.stream();
  }

  @Override
  public void close() throws SQLException, IOException {
    if (server != null) {
      connection.close();
      server.close();
    }
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  public interface OfRow {
    void take(ResultSet row) throws SQLException;
  }

  /** Reads an answer row by row. */
  public void query(String sql, OfRow of) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        of.take(rows);
      }
    }
  }

  /** Runs a script. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A file of the resources of the reference. */
  public static String read(String file) {
    try (InputStream in =
        ReferenceDatabase.class.getClassLoader().getResourceAsStream("reference/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> rules(String ids) {
    return Stream.of(ids.split(" ")).map(RULES::concat);
  }

  private static String json(Map<String, Long> keyed) {
    return keyed.entrySet().stream()
        .map(entry -> '"' + entry.getKey() + "\":" + entry.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
