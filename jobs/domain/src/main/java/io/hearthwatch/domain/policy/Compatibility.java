package io.hearthwatch.domain.policy;

import java.util.Map;

/** Whether a person may hold two grants at once. */
public enum Compatibility {
  /** They may be held together; what is not named is allowed. */
  ALLOW,
  /** They may not. */
  EXCLUDE,
  /** Only the higher of the two is to be paid. */
  HIGHER_OF,
  /** One programme, once for the same cause; of a programme with itself. */
  SAME_CAUSE_ONCE;

  /** How a pair of programmes is named: in the order of the alphabet. */
  public static String pair(String one, String other) {
    return one.compareTo(other) <= 0 ? one + "+" + other : other + "+" + one;
  }

  /** What a matrix says of two programmes. */
  public static Compatibility of(Map<String, Compatibility> pairs, String one, String other) {
    return pairs.getOrDefault(pair(one, other), ALLOW);
  }
}
