package io.hearthwatch.cli;

import static io.hearthwatch.cli.TestStatements.line;
import static io.hearthwatch.cli.TestStatements.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.io.relief.ReliefStatements;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.TestDatabase;
import io.hearthwatch.io.tables.TestTables;
import io.hearthwatch.io.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a household is told it was given, as of which day: December was first known as 3,000 yuan,
 * then as 300, and something that was said after Christmas was withdrawn; November was 400.
 */
class StatementCommandTest {

  private static final String HOUSEHOLD = "household-1";
  private static final String NOTHING = "Nothing is known to be given to it for this month.";

  @TempDir static Path var;
  private static TestDatabase database;
  private static TestStack stack;
  private static long offset;

  @BeforeAll
  static void fill() throws Exception {
    database = TestDatabase.migrated("hearthwatch");
    stack = TestStack.withDatabase(var);
    Statement late = december("2023-12-28", 777_77, true);
    known(HOUSEHOLD, of(202311, "2023-11-20", "marginal", paid(400_00, false)));
    known(HOUSEHOLD, december("2023-12-09", 3_000_00, false));
    known(HOUSEHOLD, december("2023-12-20", 300_00, true));
    known(HOUSEHOLD, late);
    withdrawn(HOUSEHOLD, late);
  }

  @Test
  void saysWhatIsKnownNowAndWhatWasKnownBefore() {
    assertThat(said(HOUSEHOLD))
        .startsWith(
            HOUSEHOLD + " statement of 2023-12 region 330106 class marginal as known on 2023-12-20")
        .contains("housing aid housing household 0.00 300.00 400.00", "total 0.00 300.00 400.00")
        .contains("2023-12-20 housing aid housing household 0.00 3,000.00 → 300.00 corrected")
        .noneMatch(line -> line.contains("777.77"));
    assertThat(said(HOUSEHOLD, "--as-of=2023-12-20")).isEqualTo(said(HOUSEHOLD));
  }

  @Test
  void asOfADayBetweenSaysTheFirstAmount() {
    assertThat(said(HOUSEHOLD, "--as-of=2023-12-19"))
        .contains("housing aid housing household 0.00 3,000.00 400.00")
        .anyMatch(line -> line.endsWith("as known on 2023-12-19 (last changed on 2023-12-09)"))
        .noneMatch(line -> line.contains("→"));
    assertThat(said(HOUSEHOLD, "--as-of=2023-12-09"))
        .contains("housing aid housing household 0.00 3,000.00 400.00")
        .anyMatch(line -> line.endsWith("as known on 2023-12-09"));
  }

  @Test
  void asOfALaterDaySaysWhenItChangedLast() {
    assertThat(said(HOUSEHOLD, "--as-of=2024-01-31"))
        .contains("housing aid housing household 0.00 300.00 400.00")
        .contains("2023-12-20 housing aid housing household 0.00 3,000.00 → 300.00 corrected")
        .anyMatch(line -> line.endsWith("as known on 2024-01-31 (last changed on 2023-12-20)"));
  }

  /** Only the month before was known then, and after that nothing. */
  @Test
  void asOfADayBeforeTheFirstNothingIsGiven() {
    assertThat(said(HOUSEHOLD, "--as-of=2023-12-08"))
        .contains("housing aid housing household - - 400.00", " why not granted or paid again")
        .anyMatch(line -> line.endsWith("as known on 2023-12-08 (last changed on 2023-11-20)"));
    assertThat(said(HOUSEHOLD, "--as-of=2023-11-19")).containsExactly(NOTHING);
    assertThat(said("household-3")).containsExactly(NOTHING);
  }

  /** Before it is withdrawn it is said. */
  @Test
  void whatIsWithdrawnIsNotSaid() throws Exception {
    Statement only = december("2023-12-28", 777_77, false);
    known("household-2", only);
    assertThat(said("household-2")).contains("housing aid housing household 0.00 777.77 0.00");
    withdrawn("household-2", only);
    assertThat(said("household-2")).containsExactly(NOTHING);
  }

  @Test
  void writesAPageToBePrinted(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("statement.html");
    assertThat(said(HOUSEHOLD, "--as-of=2023-11-19", "--html=" + page)).containsExactly(NOTHING);
    assertThat(page).doesNotExist();
    assertThat(said(HOUSEHOLD, "--as-of=2023-12-10", "--html=" + page))
        .containsExactly("Written to " + page + ".");
    assertThat(Files.readString(page))
        .contains(HOUSEHOLD, "3,000.00", "400.00")
        .doesNotContain(">300.00<");
    said(HOUSEHOLD, "--html=" + page);
    assertThat(Files.readString(page)).contains(">3,000.00<", ">300.00<");
  }

  @Test
  void errorsAreOneLineThatSaysWhatToDo(@TempDir Path elsewhere) throws Exception {
    stack.run("statement", HOUSEHOLD, "--month=2023-13").isRefusedWith("month such as 2023-11");
    stack.run("statement", HOUSEHOLD, "--month=2023").isRefusedWith("month such as 2023-11");
    stack.run("statement", HOUSEHOLD).isRefusedWith("--month=YYYY-MM");
    stack.run("statement", "--month=2023-12").isRefusedWith("HOUSEHOLD");
    stack
        .run("statement", HOUSEHOLD, "--month=2023-12", "--as-of=2023-02-29")
        .isRefusedWith("--as-of must be a date such as 2023-12-31");
    TestStack.at(elsewhere, 1)
        .run("statement", HOUSEHOLD, "--month=2023-12")
        .isRefusedWith("The database does not answer; run `hearthwatch up`.");
  }

  /** The lines about December, with one blank for several; of a note one is left before it. */
  private static List<String> said(String household, String... options) {
    List<String> words = new ArrayList<>(List.of("statement", household));
    Collections.addAll(words, "--month=2023-12", "--lang=en");
    Collections.addAll(words, options);
    TestStack.Printed printed = stack.run(words.toArray(String[]::new));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.exitCode()).isZero();
    return printed.out().lines().map(line -> line.replaceAll(" +", " ")).toList();
  }

  private static Statement december(String knownOn, long paidFen, boolean corrected) {
    return of(202312, knownOn, "marginal", paid(paidFen, corrected));
  }

  private static Statement.Line paid(long fen, boolean corrected) {
    return line("housing-aid", "housing", null, null, 0, 0, fen, corrected);
  }

  private static void known(String household, Statement statement) throws Exception {
    write(household, new Statements.Change(statement.month(), statement.knownOn(), statement));
  }

  private static void withdrawn(String household, Statement statement) throws Exception {
    write(household, new Statements.Change(statement.month(), statement.knownOn(), null));
  }

  /** As the assistance job says it, and the tables job writes it. */
  private static void write(String household, Statements.Change change) throws Exception {
    byte[] value = new ReliefStatements().encode(household, change);
    TestTables.writeStatement(
        database,
        new ReceivedRecord(Topics.STATEMENTS, 0, offset++, 1_700_000_000_000L, null, value));
  }
}
