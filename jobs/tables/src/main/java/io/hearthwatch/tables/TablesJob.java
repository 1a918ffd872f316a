package io.hearthwatch.tables;

import io.hearthwatch.io.tables.AlertReader;
import io.hearthwatch.io.tables.AlertRows;
import io.hearthwatch.io.tables.DeadLetterReader;
import io.hearthwatch.io.tables.DeadLetterRow;
import io.hearthwatch.io.tables.ReceivedRecord;
import io.hearthwatch.io.tables.StatementReader;
import io.hearthwatch.io.tables.StatementRow;
import io.hearthwatch.io.tables.StatisticReader;
import io.hearthwatch.io.tables.StatisticRow;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Output topics into tables.
 *
 * <pre>
 * risk.alerts ------------> read alerts --------> alert tables   (a change, its hits, their evidence: one statement)
 *                               +-- unreadable --+
 * assistance.statistics --> read statistics ----> statistics
 *                               +-- unreadable --+--> unreadable records
 * dead.letters -----------> read dead letters --> dead letters
 *                               +-- unreadable --+
 * </pre>
 *
 * <p>Nothing is exchanged between subtasks on the way to the tables, so the changes of a case and
 * the figures of a cell, which share a partition, are written in their order.
 */
public final class TablesJob {

  /** Name of the job; checkpoints are found by it. */
  public static final String NAME = "tables";

  private TablesJob() {}

  /** Adds the job to an environment. */
  public static void build(
      StreamExecutionEnvironment env, TablesSources sources, TablesSinks sinks) {
    DataStream<ReceivedRecord> alertRecords =
        env.fromSource(sources.alerts(), WatermarkStrategy.noWatermarks(), "risk.alerts")
            .uid(ALERTS_SOURCE);
    DataStream<ReceivedRecord> statisticRecords =
        env.fromSource(
                sources.statistics(), WatermarkStrategy.noWatermarks(), "assistance.statistics")
            .uid(STATISTICS_SOURCE);
    DataStream<ReceivedRecord> statementRecords =
        env.fromSource(sources.statements(), WatermarkStrategy.noWatermarks(), "relief.statements")
            .uid(STATEMENTS_SOURCE);
    DataStream<ReceivedRecord> letterRecords =
        env.fromSource(sources.deadLetters(), WatermarkStrategy.noWatermarks(), "dead.letters")
            .uid(DEAD_LETTERS_SOURCE);

    SingleOutputStreamOperator<AlertRows> alerts =
        alertRecords
            .process(new ReadFunction<>(AlertReader::new), TypeInformation.of(AlertRows.class))
            .name("read alerts")
            .uid(READ_ALERTS);
    SingleOutputStreamOperator<StatisticRow> statistics =
        statisticRecords
            .process(
                new ReadFunction<>(StatisticReader::new), TypeInformation.of(StatisticRow.class))
            .name("read statistics")
            .uid(READ_STATISTICS);
    SingleOutputStreamOperator<StatementRow> statements =
        statementRecords
            .process(
                new ReadFunction<>(StatementReader::new), TypeInformation.of(StatementRow.class))
            .name("read statements")
            .uid(READ_STATEMENTS);
    SingleOutputStreamOperator<DeadLetterRow> letters =
        letterRecords
            .process(
                new ReadFunction<>(DeadLetterReader::new), TypeInformation.of(DeadLetterRow.class))
            .name("read dead letters")
            .uid(READ_DEAD_LETTERS);

    alerts.sinkTo(sinks.alerts()).name("alert tables").uid(ALERTS_SINK);
    statistics.sinkTo(sinks.statistics()).name("statistics").uid(STATISTICS_SINK);
    statements.sinkTo(sinks.statements()).name("statements").uid(STATEMENTS_SINK);
    letters.sinkTo(sinks.deadLetters()).name("dead letters").uid(DEAD_LETTERS_SINK);
    alerts
        .getSideOutput(ReadFunction.UNREADABLE)
        .union(
            statistics.getSideOutput(ReadFunction.UNREADABLE),
            statements.getSideOutput(ReadFunction.UNREADABLE),
            letters.getSideOutput(ReadFunction.UNREADABLE))
        .sinkTo(sinks.unreadable())
        .name("unreadable records")
        .uid(UNREADABLE_SINK);
  }

  // For ever: state is found by them.
  static final String ALERTS_SOURCE = "tables-alerts-source";
  static final String STATISTICS_SOURCE = "tables-statistics-source";
  static final String STATEMENTS_SOURCE = "tables-statements-source";
  static final String READ_STATEMENTS = "tables-read-statements";
  static final String STATEMENTS_SINK = "tables-statements-sink";
  static final String DEAD_LETTERS_SOURCE = "tables-dead-letters-source";
  static final String READ_ALERTS = "tables-read-alerts";
  static final String READ_STATISTICS = "tables-read-statistics";
  static final String READ_DEAD_LETTERS = "tables-read-dead-letters";
  static final String ALERTS_SINK = "tables-alerts-sink";
  static final String STATISTICS_SINK = "tables-statistics-sink";
  static final String DEAD_LETTERS_SINK = "tables-dead-letters-sink";
  static final String UNREADABLE_SINK = "tables-unreadable-sink";
}
