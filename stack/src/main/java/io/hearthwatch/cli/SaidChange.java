package io.hearthwatch.cli;

import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.RiskAlert;
import java.time.Instant;
import java.util.List;

/**
 * A change of a case as the tables have it.
 *
 * @param alert the change, put together again
 * @param lastHits its hits or, after the end, those of the change before
 * @param appendedAt when the broker got it; null where it does not say
 * @param arrival grows in the order in which changes came into the table
 */
record SaidChange(RiskAlert alert, List<Hit> lastHits, Instant appendedAt, long arrival) {}
