package io.hearthwatch.domain.rule;

import dev.cel.runtime.CelEvaluationException;

/** One compiled expression of a rule. */
interface Expression {

  /**
   * What it says of the household in hand: a Boolean or a Long, or a {@link NotAssessable} where it
   * needs something unknown.
   *
   * @param subject the member or the accident that the rule is asked of, or null
   * @throws ArithmeticException where a number leaves the range of a long
   * @throws CelEvaluationException where it failed otherwise
   */
  Object ask(Object subject) throws CelEvaluationException;
}
