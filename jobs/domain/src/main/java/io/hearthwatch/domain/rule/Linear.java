package io.hearthwatch.domain.rule;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A sum of terms, each so many times, and a constant: the form in which two sides of a comparison
 * are put on one. It has no range, so nothing overflows while a rule is only read.
 *
 * @param times by the text of the term; never 0
 */
record Linear(Map<String, BigInteger> times, BigInteger constant) {

  static Linear of(long constant) {
    return new Linear(Map.of(), BigInteger.valueOf(constant));
  }

  static Linear term(String text) {
    return new Linear(Map.of(text, BigInteger.ONE), BigInteger.ZERO);
  }

  Linear plus(Linear other) {
    Map<String, BigInteger> sum = new TreeMap<>(times);
    other.times.forEach((term, by) -> sum.merge(term, by, BigInteger::add));
    sum.values().removeIf(by -> by.signum() == 0);
    return new Linear(sum, constant.add(other.constant));
  }

  Linear times(BigInteger factor) {
    Map<String, BigInteger> product = new TreeMap<>();
    if (factor.signum() != 0) {
      times.forEach((term, by) -> product.put(term, by.multiply(factor)));
    }
    return new Linear(product, constant.multiply(factor));
  }

  Linear minus(Linear other) {
    return plus(other.times(BigInteger.ONE.negate()));
  }

  /** A product; empty where both are terms, for that is no sum any more. */
  Optional<Linear> times(Linear other) {
    if (times.isEmpty()) {
      return Optional.of(other.times(constant));
    }
    return other.times.isEmpty() ? Optional.of(times(other.constant)) : Optional.empty();
  }

  boolean isConstant() {
    return times.isEmpty();
  }
}
