package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.rule.Words.*;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The words in which rules are written: CEL functions over {@link Indicators}. {@code
 * docs/rules.md} explains them to policy staff; a test holds that page against this list. A word
 * never goes and never changes its meaning: bundles of years ago are made of it.
 */
final class Vocabulary {

  private Vocabulary() {}

  /**
   * The vocabulary over whatever household is being asked about.
   *
   * @param asked gives the indicators of the household in hand
   * @param firing tells whether a hit of the first pass is like this
   */
  static Words of(Supplier<Indicators> asked, Predicate<Predicate<FirstHit>> firing) {
    Words words = new Words();
    time(words, asked);
    policy(words, asked);
    MoneyWords.addTo(words, asked);
    MemberWords.addTo(words, asked);
    AidWords.addTo(words, asked);
    HomeWords.addTo(words, asked);
    FeedWords.addTo(words, asked);
    words
        .reading()
        .say(
            "firing",
            BOOL,
            args(STRINGS),
            a -> firing.test(hit -> texts(a[0]).contains(hit.family())))
        .say(
            "firingCategory",
            BOOL,
            args(STRINGS),
            a -> firing.test(hit -> texts(a[0]).contains(hit.category())));
    return words;
  }

  /** What a rule of the second pass may ask about a hit of the first. */
  record FirstHit(String family, String category) {}

  private static void time(Words words, Supplier<Indicators> asked) {
    words
        .reading()
        .say("days", WINDOW, args(INT), a -> Window.days((Long) a[0]))
        .say("months", WINDOW, args(INT), a -> Window.months((Long) a[0]))
        .say("later", INT, args(INT, INT), a -> Math.max((Long) a[0], (Long) a[1]))
        .say("monthsAfter", INT, args(INT, INT), a -> Days.monthsAfter((Long) a[0], (Long) a[1]))
        .say(
            "workingDaysAfter",
            INT,
            args(INT, INT),
            a -> asked.get().days().workingDaysAfter((Long) a[0], (Long) a[1]))
        .say("lastOf", INT, args(STRING), a -> asked.get().days().lastOf((String) a[0]))
        .say("lastMonthClosedOn", INT, args(), a -> asked.get().days().lastMonthClosedOn())
        .say("reached", BOOL, args(INT), a -> asked.get().days().reached((Long) a[0]));
  }

  private static void policy(Words words, Supplier<Indicators> asked) {
    words
        .reading()
        .say("atLeastPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) >= 0)
        .say("moreThanPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) > 0)
        .say("lessThanPercent", BOOL, args(INT, INT, INT), a -> percentOf(a) < 0)
        .say("limit", INT, args(STRING), a -> asked.get().parameters().number((String) a[0]));
    AidWords.classLimit(words, asked);
  }

  /** Compares part x 100 with percent x whole: never divides. */
  private static int percentOf(Object[] a) {
    long part = Math.multiplyExact((Long) a[0], 100L);
    return Long.compare(part, Math.multiplyExact((Long) a[1], (Long) a[2]));
  }

  /** The words that see what other rules say. */
  static final List<String> OF_THE_SECOND_PASS = List.of("firing", "firingCategory");
}
