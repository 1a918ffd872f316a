package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.RuleBook;

/**
 * What a step decides by.
 *
 * @param rules compiled bundle; null until the first one came: then events only fill profiles
 * @param completeness what sources said of themselves
 * @param retention civil dates and how long happenings are kept
 */
public record PolicyInForce(RuleBook rules, Completeness completeness, Retention retention) {}
