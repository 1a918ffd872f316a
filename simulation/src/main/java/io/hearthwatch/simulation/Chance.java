package io.hearthwatch.simulation;

/**
 * Chance without memory: what is drawn depends on the seed and the question alone, never on what
 * was drawn before. So any part of a nation can be looked at without the rest, in any order and
 * from any thread, and two runs of one seed are the same: on every machine, for only {@code
 * StrictMath} is asked for what processors may round in their own ways.
 *
 * @param seed of everything that is drawn here
 */
record Chance(long seed) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final long OTHER = 0xD1B54A32D192ED03L;

  /** The chances of one of many, such as a household of the nation. */
  Chance of(long number) {
    return new Chance(mix(seed + GOLDEN * (number + 1)));
  }

  /** 64 even bits. */
  long bits(Question question, int which) {
    return mix(seed ^ (OTHER * (question.number() + 1) + GOLDEN * which));
  }

  /** A number from 0 to 1, evenly. */
  double unit(Question question, int which) {
    return (bits(question, which) >>> 11) * 0x1.0p-53;
  }

  /** Whether something of this probability comes true. */
  boolean happens(double probability, Question question, int which) {
    return unit(question, which) < probability;
  }

  /** A whole number from 0 up to, not including, a bound. */
  int below(int bound, Question question, int which) {
    return (int) (((bits(question, which) >>> 33) * bound) >>> 31);
  }

  /** Around 0 with a spread of 1: the sum of four even numbers, near enough to a bell. */
  double bell(Question question, int which) {
    long bits = bits(question, which);
    double sum = 0;
    for (int part = 0; part < 4; part++) {
      sum += ((bits >>> (16 * part)) & 0xFFFF) * 0x1.0p-16;
    }
    return (sum - 2) * Math.sqrt(3);
  }

  /** An amount around a median, as skewed as incomes and bills are. */
  long skewed(long median, double spread, Question question, int which) {
    return Math.round(median * StrictMath.exp(spread * bell(question, which)));
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mix(long value) {
    long a = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
