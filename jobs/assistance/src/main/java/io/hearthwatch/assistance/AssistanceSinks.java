package io.hearthwatch.assistance;

import io.hearthwatch.io.flink.KafkaRecord;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the job writes to.
 *
 * @param statistics the figures of every cell
 * @param deadLetters versions for which a household has no room
 */
public record AssistanceSinks(Sink<KafkaRecord> statistics, Sink<KafkaRecord> deadLetters) {}
