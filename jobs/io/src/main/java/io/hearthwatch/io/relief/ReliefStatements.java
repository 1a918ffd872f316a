package io.hearthwatch.io.relief;

import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.Statements;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.ReliefStatement;
import io.hearthwatch.wire.StatementLine;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Writes the records of the topic of statements. */
public final class ReliefStatements {

  private final SingleObject<ReliefStatement> codec = new SingleObject<>(ReliefStatement.class);

  /** The key, by which a later record replaces an earlier one. */
  public static byte[] key(String householdId, Statements.Change change) {
    String day = LocalDate.ofEpochDay(change.knownOn()).toString();
    return (householdId + '|' + change.month().number() + '|' + day)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A statement, or that there is none of its day after all. */
  public byte[] encode(String householdId, Statements.Change change) {
    Statement statement = change.statement();
    boolean withdrawn = statement == null;
    return codec.encode(
        new ReliefStatement(
            householdId,
            change.month().number(),
            LocalDate.ofEpochDay(change.knownOn()),
            withdrawn,
            withdrawn ? "" : statement.region(),
            withdrawn ? List.of() : statement.classes(),
            withdrawn ? List.of() : statement.lines().stream().map(ReliefStatements::line).toList(),
            withdrawn ? List.of() : statement.classesBefore()));
  }

  private static StatementLine line(Statement.Line line) {
    return new StatementLine(
        line.programme(),
        line.department(),
        line.policy(),
        line.personId(),
        line.grants(),
        line.grantedFen(),
        line.paidFen(),
        line.corrected());
  }
}
