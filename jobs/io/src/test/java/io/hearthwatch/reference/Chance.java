package io.hearthwatch.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded choices. */
public final class Chance {

  private final SplittableRandom random;

  public Chance(long seed) {
    this(new SplittableRandom(seed));
  }

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** An independent stream of choices, so that a household does not depend on the ones before. */
  public Chance split() {
    return new Chance(random.split());
  }

  /** True in so many of 100 cases. */
  public boolean percent(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From 0 to bound - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both ends included. */
  public int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** Both ends included. */
  public long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  @SafeVarargs
  public final <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A day of a stretch, its ends and their neighbours much more often than the rest. */
  LocalDate around(LocalDate first, LocalDate last) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> first;
      case 2 -> first.minusDays(1);
      case 3, 4 -> last;
      case 5 -> last.plusDays(1);
      default -> within(first, last);
    };
  }

  public LocalDate within(LocalDate first, LocalDate last) {
    return LocalDate.ofEpochDay(between(first.toEpochDay(), last.toEpochDay()));
  }

  /** Just under, at or just over a threshold, or well to one side. */
  long near(long threshold) {
    return Math.max(
        0,
        switch (random.nextInt(7)) {
          case 0, 1 -> threshold;
          case 2 -> threshold - 1;
          case 3, 4 -> threshold + 1;
          case 5 -> threshold - threshold / 3;
          default -> threshold + threshold / 3;
        });
  }

  public UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
