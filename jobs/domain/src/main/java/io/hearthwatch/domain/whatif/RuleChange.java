package io.hearthwatch.domain.whatif;

/** What other policies change about one rule and household. */
public enum RuleChange {
  /** It hits the household, and did not. */
  NEWLY_HIT,
  /** It hit the household, and does not. */
  NO_LONGER_HIT,
  /** It hits as before, and the most urgent of its hits is more urgent. */
  MORE_URGENT,
  /** Likewise, less urgent. */
  LESS_URGENT,
  /** It hits as before, but other members, accidents or grants. */
  OTHERS_HIT,
  /** Something is not known that it needs now. */
  NEWLY_NOT_ASSESSABLE,
  /** What was not known is known, or not needed any more. */
  NO_LONGER_NOT_ASSESSABLE
}
