package io.hearthwatch.io.tables;

import java.io.IOException;
import java.io.Serial;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import org.apache.flink.connector.jdbc.datasource.statements.JdbcQueryStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDBC sink of Flink, at least once, in a shell that keeps its failure from spreading.
 *
 * <p>After a failed write that sink fails once more when it is closed. Flink takes a failing close
 * of a failing task for fatal and ends the whole TaskManager, with the tasks of other jobs in it: a
 * database outage would stop alerts. The shell closes quietly, whatever was not written is read
 * again after the restart.
 *
 * @param <R> what one statement writes
 */
final class UpsertSink<R> implements Sink<R> {

  @Serial private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(UpsertSink.class);

  private final JdbcQueryStatement<R> upsert;
  private final JdbcExecutionOptions options;
  private final PostgresConnections connections;

  UpsertSink(
      JdbcQueryStatement<R> upsert, JdbcExecutionOptions options, PostgresConnections connections) {
    this.upsert = upsert;
    this.options = options;
    this.connections = connections;
  }

  @Override
  public SinkWriter<R> createWriter(WriterInitContext context) throws IOException {
    return new Writer<>(
        JdbcSink.<R>builder()
            .withQueryStatement(upsert)
            .withExecutionOptions(options)
            .buildAtLeastOnce(connections)
            .createWriter(context),
        connections);
  }

  private record Writer<R>(SinkWriter<R> jdbc, PostgresConnections connections)
      implements SinkWriter<R> {

    @Override
    public void write(R row, Context context) throws IOException, InterruptedException {
      jdbc.write(row, context);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
      jdbc.flush(endOfInput);
    }

    @Override
    public void close() throws InterruptedException {
      try {
        jdbc.close();
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        LOG.warn("The writer was closed before it could write everything: {}", e.toString());
      } finally {
        // The sink forgets it where its last write fails.
        connections.closeConnection();
      }
    }
  }
}
