package io.hearthwatch.assistance;

import io.hearthwatch.io.flink.HouseholdMessage;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the job reads from.
 *
 * @param events what departments report about relief
 */
public record AssistanceSources(Source<HouseholdMessage, ?, ?> events) {}
