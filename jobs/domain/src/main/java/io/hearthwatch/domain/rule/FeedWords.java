package io.hearthwatch.domain.rule;

import static io.hearthwatch.domain.rule.Words.FEED;
import static io.hearthwatch.domain.rule.Words.INT;
import static io.hearthwatch.domain.rule.Words.STRING;
import static io.hearthwatch.domain.rule.Words.args;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Words about feeds, for rules of the scope source. */
public final class FeedWords {

  private static final Set<String> ABOUT_FEEDS = Set.of("completeThrough", "silentDays", "limitOf");

  /** Words that speak of days, shares and parameters, and of no household. */
  private static final Set<String> ABOUT_NOBODY =
      Set.of(
          "later",
          "monthsAfter",
          "workingDaysAfter",
          "lastOf",
          "reached",
          "atLeastPercent",
          "moreThanPercent",
          "lessThanPercent",
          "limit");

  private FeedWords() {}

  static void addTo(Words words, Supplier<Indicators> asked) {
    words
        .reading()
        .of(
            FEED,
            "completeThrough",
            INT,
            args(),
            a -> asked.get().feeds().completeThrough((FeedView) a[0]))
        .of(FEED, "silentDays", INT, args(), a -> asked.get().feeds().silentDays((FeedView) a[0]))
        .of(
            FEED,
            "limitOf",
            INT,
            args(STRING),
            a -> asked.get().feeds().limitOf((FeedView) a[0], (String) a[1]));
  }

  /** Words of a rule that ask about a household, where the rule is asked of feeds. */
  public static List<String> strangers(Rule rule) {
    if (rule.scope() != Rule.Scope.SOURCE) {
      return List.of();
    }
    return new TreeSet<>(RuleNeeds.of(rule).words())
        .stream()
            .filter(word -> Character.isLetter(word.charAt(0))) // the others are operators
            .filter(word -> !ABOUT_FEEDS.contains(word) && !ABOUT_NOBODY.contains(word))
            .toList();
  }
}
