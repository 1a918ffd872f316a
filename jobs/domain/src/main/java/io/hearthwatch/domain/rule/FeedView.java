package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.policy.Feed;

/**
 * A feed as of a date, as a rule may ask about it.
 *
 * @param feed source and regions
 * @param completeThrough epoch day through which it said last that it is complete
 * @param silentDays days that have begun since it last said anything new, while somebody listened
 * @param asOf epoch day
 */
public record FeedView(Feed feed, int completeThrough, int silentDays, int asOf) {}
