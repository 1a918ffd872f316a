package io.hearthwatch.io.relief;

import io.hearthwatch.domain.relief.Basis;
import io.hearthwatch.domain.relief.Book;
import io.hearthwatch.domain.relief.Cell;
import io.hearthwatch.domain.relief.CellTally;
import io.hearthwatch.domain.relief.Figure;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.RegionBasis;
import io.hearthwatch.wire.ReliefFigures;
import io.hearthwatch.wire.ReportedFigures;
import io.hearthwatch.wire.Statistic;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;

/** Writes the records of the topic of statistics. */
public final class Statistics {

  private static final ReliefFigures NOTHING = new ReliefFigures(0L, 0L, 0L, 0L, 0L, 0L, 0L);
  private static final ReportedFigures NOT_REPORTED =
      new ReportedFigures(0L, 0L, 0L, 0L, 0L, 0L, 0L);

  private final SingleObject<Statistic> codec = new SingleObject<>(Statistic.class);

  /** The key, by which a later record replaces an earlier one. */
  public static byte[] key(Cell cell, int month, Basis basis) {
    return (cell.key() + '|' + month + '|' + basis).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The figures of a month (or of a disaster) as a record.
   *
   * @param month of the year, 1 to 12, or {@link Cell#NO_MONTH}
   */
  public byte[] encode(Cell cell, int month, Basis basis, CellTally tally) {
    boolean whole = cell.ofDisaster();
    return codec.encode(
        new Statistic(
            cell.region(),
            cell.programme(),
            cell.cause(),
            cell.disasterId(),
            whole ? 0 : cell.year() * 100 + month,
            basis == Basis.HELPED ? RegionBasis.HELPED : RegionBasis.REGISTERED,
            figures(figure -> tally.figure(month, basis, Book.NOW, figure)),
            whole ? null : figures(figure -> tally.yearToDate(month, basis, Book.NOW, figure)),
            orNull(figures(figure -> tally.figure(month, basis, Book.ADJUSTMENT, figure))),
            orNull(figures(figure -> tally.yearToDate(month, basis, Book.ADJUSTMENT, figure))),
            whole ? reported(figure -> tally.figure(month, basis, Book.NOW, figure)) : null));
  }

  private static ReliefFigures figures(ToLongFunction<Figure> of) {
    return new ReliefFigures(
        of.applyAsLong(Figure.PERSON_TIMES),
        of.applyAsLong(Figure.PERSONS),
        of.applyAsLong(Figure.HOUSEHOLDS),
        of.applyAsLong(Figure.GRANTED_FEN),
        of.applyAsLong(Figure.PAID_FEN),
        of.applyAsLong(Figure.TAKEN_IN),
        of.applyAsLong(Figure.EXITS));
  }

  private static ReliefFigures orNull(ReliefFigures figures) {
    return figures.equals(NOTHING) ? null : figures;
  }

  private static ReportedFigures reported(ToLongFunction<Figure> of) {
    ReportedFigures figures =
        new ReportedFigures(
            of.applyAsLong(Figure.REPORTED_AFFECTED),
            of.applyAsLong(Figure.REPORTED_RELOCATED),
            of.applyAsLong(Figure.REPORTED_TAKEN_IN),
            of.applyAsLong(Figure.REPORTED_COLLAPSED),
            of.applyAsLong(Figure.REPORTED_DAMAGED),
            of.applyAsLong(Figure.REPORTED_FUNDS_FEN),
            of.applyAsLong(Figure.REPORTED_LOSS_FEN));
    return figures.equals(NOT_REPORTED) ? null : figures;
  }
}
