package io.hearthwatch.tables;

import io.hearthwatch.io.tables.ReceivedRecord;
import org.apache.flink.api.connector.source.Source;

/** Where the records come from. */
public record TablesSources(
    Source<ReceivedRecord, ?, ?> alerts,
    Source<ReceivedRecord, ?, ?> statistics,
    Source<ReceivedRecord, ?, ?> statements,
    Source<ReceivedRecord, ?, ?> deadLetters) {}
