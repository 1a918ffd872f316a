package io.hearthwatch.io.tables;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import io.hearthwatch.wire.ReliefStatement;
import io.hearthwatch.wire.StatementLine;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of the topic relief.statements. */
public final class StatementReader implements RecordReader<StatementRow> {

  private final SingleObjectReader<ReliefStatement> statements;

  public StatementReader() {
    statements = new SingleObjectReader<>(ReliefStatement.class);
  }

  @Override
  public StatementRow read(ReceivedRecord record) throws UnreadableException {
    ReliefStatement statement = statements.read(record.value());
    List<StatementLineRow> lines = new ArrayList<>();
    for (StatementLine line : statement.getLines()) {
      lines.add(
          new StatementLineRow(
              Columns.id("programme", line.getProgramme()),
              Columns.id("department", line.getDepartment()),
              line.getPolicy() == null ? null : Columns.id("policy", line.getPolicy()),
              line.getPersonId() == null ? null : Columns.id("personId", line.getPersonId()),
              line.getGrants(),
              line.getGrantedFen(),
              line.getPaidFen(),
              line.getCorrected()));
    }
    return new StatementRow(
        Columns.id("householdId", statement.getHouseholdId()),
        month(statement.getMonth()),
        Columns.date("knownOn", statement.getKnownOn()),
        statement.getWithdrawn(),
        Columns.text("region", statement.getRegion()),
        Columns.texts("classes", statement.getClasses()),
        Columns.texts("classesBefore", statement.getClassesBefore()),
        lines,
        Columns.appendedAt(record),
        record.partition(),
        record.offset());
  }

  private static LocalDate month(int yearMonth) throws UnreadableException {
    try {
      return Columns.date("month", LocalDate.of(yearMonth / 100, yearMonth % 100, 1));
    } catch (DateTimeException e) {
      throw new UnreadableException(Reason.BAD_FIELD, "month is none");
    }
  }
}
