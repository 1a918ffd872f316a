package io.hearthwatch.assistance;

import io.hearthwatch.io.flink.KafkaRecord;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the job writes to.
 *
 * @param statistics the figures of every cell
 * @param statements what each household is given for a month
 * @param deadLetters versions for which a household has no room
 */
public record AssistanceSinks(
    Sink<KafkaRecord> statistics, Sink<KafkaRecord> statements, Sink<KafkaRecord> deadLetters) {}
