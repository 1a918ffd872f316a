package io.hearthwatch.io.tables;

import java.io.IOException;
import java.io.Serial;
import java.sql.SQLException;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes statistics at least once, many rows by one statement, and of a key only what is newest.
 * The assistance job says tens of thousands of cells at once, far more than Flink's JDBC sink could
 * write row by row.
 */
final class StatisticSink implements Sink<StatisticRow> {

  @Serial private static final long serialVersionUID = 1L;

  private final PostgresConnections connections;
  private final long batchDelayMs;

  StatisticSink(PostgresConnections connections, long batchDelayMs) {
    this.connections = connections;
    this.batchDelayMs = batchDelayMs;
  }

  @Override
  public SinkWriter<StatisticRow> createWriter(WriterInitContext context) {
    return new Writer(connections, batchDelayMs, context.getProcessingTimeService());
  }

  /** Everything happens in the thread of the task, the timer too. */
  static final class Writer implements SinkWriter<StatisticRow> {

    /**
     * Most rows of a statement: some 5 MB, and a fraction of a second. PostgreSQL takes a row in no
     * less time from larger statements, nor from smaller ones down to 500; but the larger, the
     * fewer round trips to a server that is far away, and the more often a key comes twice.
     */
    static final int MOST_ROWS = 5_000;

    private final PostgresConnections connections;
    private final long delayMs;
    private final ProcessingTimeService time;
    private final StatisticBatch batch = new StatisticBatch();

    Writer(PostgresConnections connections, long delayMs, ProcessingTimeService time) {
      this.connections = connections;
      this.delayMs = delayMs;
      this.time = time;
      arm();
    }

    @Override
    public void write(StatisticRow row, Context context) throws IOException {
      batch.add(row);
      if (batch.size() >= MOST_ROWS) {
        writeBatch();
      }
    }

    /** Before each checkpoint: what it takes for read is in the table. */
    @Override
    public void flush(boolean endOfInput) throws IOException {
      writeBatch();
    }

    // Writes nothing: what is left after a failure is read again. A close that failed would end the
    // whole TaskManager, see UpsertSink.
    @Override
    public void close() {
      connections.closeConnection();
    }

    private void arm() {
      time.registerTimer(
          time.getCurrentProcessingTime() + delayMs,
          now -> {
            writeBatch();
            arm();
          });
    }

    private void writeBatch() throws IOException {
      if (batch.size() == 0) {
        return;
      }
      try {
        // Asks the server whether the connection is still there, once a batch.
        StatisticUpsert.write(connections.getOrEstablishConnection(), batch.rows());
      } catch (SQLException e) {
        // A restart tries again: the job's strategy paces it, and people can see it.
        throw new IOException("Statistics could not be written", e);
      }
      batch.clear();
    }
  }
}
