package io.hearthwatch.risk;

import io.hearthwatch.io.flink.HouseholdMessage;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;

/**
 * Where the job reads from.
 *
 * @param events what departments report
 * @param time how event time flows out of it
 * @param inquiries questions about households
 * @param control bundles and completeness, one partition
 */
public record RiskSources(
    Source<HouseholdMessage, ?, ?> events,
    WatermarkStrategy<HouseholdMessage> time,
    Source<HouseholdMessage, ?, ?> inquiries,
    Source<byte[], ?, ?> control) {}
