package io.hearthwatch.risk;

import org.apache.flink.api.connector.source.Source;

/**
 * What moves time when all feeds pause.
 *
 * @param ticks each is the time; they carry no message
 * @param deadlines when deadlines pass by it
 */
public record RiskClock(Source<Long, ?, ?> ticks, DeadlineTimers deadlines) {}
