package io.hearthwatch.domain.rule;

/** What a source says of itself, and for how long it has said nothing. */
final class Feeds {

  private static final String DAYS = "days";

  private final Asked asked;

  Feeds(Asked asked) {
    this.asked = asked;
  }

  /** The day through which it is complete, which is written down with how long ago that is. */
  long completeThrough(FeedView feed) {
    if (asked.evidence().wanted()) {
      asked
          .evidence()
          .measured(
              new Measured(
                  "feed.completeThrough",
                  "",
                  feed.completeThrough(),
                  feed.asOf(),
                  Math.subtractExact((long) feed.asOf(), feed.completeThrough()),
                  DAYS));
    }
    return feed.completeThrough();
  }

  /** For how many days it has said nothing new; whoever reads it wants to know since what. */
  long silentDays(FeedView feed) {
    var unused = completeThrough(feed);
    asked.at("feed.silentDays", feed.asOf(), feed.silentDays(), DAYS);
    return feed.silentDays();
  }

  /** The number that a parameter gives for its source. */
  long limitOf(FeedView feed, String parameter) {
    return asked.parameters().ofKey(parameter, feed.feed().source(), asked.evidence());
  }
}
