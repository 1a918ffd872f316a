package io.hearthwatch.tables;

import io.hearthwatch.io.tables.AlertRows;
import io.hearthwatch.io.tables.DeadLetterRow;
import io.hearthwatch.io.tables.StatementRow;
import io.hearthwatch.io.tables.StatisticRow;
import io.hearthwatch.io.tables.UnreadableRow;
import org.apache.flink.api.connector.sink2.Sink;

/** Where the rows go; each must bear to get a row again. */
public record TablesSinks(
    Sink<AlertRows> alerts,
    Sink<StatisticRow> statistics,
    Sink<StatementRow> statements,
    Sink<DeadLetterRow> deadLetters,
    Sink<UnreadableRow> unreadable) {}
