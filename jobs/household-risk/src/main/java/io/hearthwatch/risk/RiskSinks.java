package io.hearthwatch.risk;

import io.hearthwatch.io.flink.KafkaRecord;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * Where the job writes to.
 *
 * @param alerts every change of a case
 * @param deadLetters every record and event that was refused
 * @param answers answers to inquiries
 * @param householdIndex every household once
 * @param acks bundles taken, subtask by subtask
 */
public record RiskSinks(
    Sink<KafkaRecord> alerts,
    Sink<KafkaRecord> deadLetters,
    Sink<KafkaRecord> answers,
    Sink<KafkaRecord> householdIndex,
    Sink<KafkaRecord> acks) {}
