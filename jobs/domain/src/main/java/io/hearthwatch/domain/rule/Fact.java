package io.hearthwatch.domain.rule;

import java.math.BigInteger;
import java.util.Set;
import java.util.TreeMap;

/**
 * One thing that must be so for a condition to be true.
 *
 * <p>Its text is what the rule says, for messages.
 */
sealed interface Fact {

  String text();

  /** That a question is answered so: the same question cannot be answered both ways. */
  record Answered(String question, boolean yes, String text) implements Fact {}

  /** That the household is, or is not, in one of some classes; null stands for any class at all. */
  record InClass(Set<String> classes, boolean yes, String text) implements Fact {}

  /**
   * That a sum of terms lies between two bounds, both included.
   *
   * @param sum the terms, as a key
   * @param from null for no bound
   * @param to null for no bound
   */
  record Within(String sum, BigInteger from, BigInteger to, String text) implements Fact {

    /** That a sum without constant is at most so much: a bound from above, or from below. */
    static Within atMost(Linear sum, String text) {
      // The same terms must give the same key whichever side they stood on: the first counts as
      // positive, and as small a multiple as there is.
      BigInteger divisor = sum.times().values().stream().reduce(BigInteger.ZERO, BigInteger::gcd);
      boolean turned = new TreeMap<>(sum.times()).firstEntry().getValue().signum() < 0;
      BigInteger scale = turned ? divisor.negate() : divisor;
      TreeMap<String, BigInteger> terms = new TreeMap<>();
      sum.times().forEach((term, by) -> terms.put(term, by.divide(scale)));
      BigInteger most = sum.constant().negate();
      return turned
          ? new Within(terms.toString(), floor(most, divisor).negate(), null, text)
          : new Within(terms.toString(), null, floor(most, divisor), text);
    }

    /** Whether no whole number is in both. */
    boolean excludes(Within other) {
      return sum.equals(other.sum) && (apart(from, other.to) || apart(other.from, to));
    }

    private static boolean apart(BigInteger from, BigInteger to) {
      return from != null && to != null && from.compareTo(to) > 0;
    }

    private static BigInteger floor(BigInteger of, BigInteger by) {
      BigInteger[] parts = of.divideAndRemainder(by);
      return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
  }

  /** Whether this and another cannot both be so. */
  default boolean excludes(Fact other) {
    if (this instanceof Answered one && other instanceof Answered two) {
      return one.question.equals(two.question) && one.yes != two.yes;
    } else if (this instanceof Within one && other instanceof Within two) {
      return one.excludes(two);
    } else if (this instanceof InClass one && other instanceof InClass two) {
      return one.yes && !two.yes && covers(two.classes, one.classes)
          || two.yes && !one.yes && covers(one.classes, two.classes);
    }
    return false;
  }

  private static boolean covers(Set<String> wide, Set<String> narrow) {
    return wide == null || narrow != null && wide.containsAll(narrow);
  }
}
