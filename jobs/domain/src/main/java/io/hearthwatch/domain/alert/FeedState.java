package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.rule.FeedView;

/**
 * All that the risk job keeps of one feed.
 *
 * @param throughDay epoch day through which the source said last that it is complete
 * @param silentDays days that have begun since it last said anything new, while the job listened
 * @param lookedOn epoch day of which it was looked at last; {@link #NEVER} while there is no time
 * @param causeThroughDay {@code throughDay} when its case was opened or reopened
 * @param causeSilentDays {@code silentDays} then
 * @param lastCase open or latest case, or null
 */
public record FeedState(
    int throughDay,
    int silentDays,
    int lookedOn,
    int causeThroughDay,
    int causeSilentDays,
    Case lastCase) {

  public static final int NEVER = Integer.MIN_VALUE;

  /** A feed that was just heard of. */
  static FeedState heardOf(int throughDay) {
    return new FeedState(throughDay, 0, NEVER, 0, 0, null);
  }

  /** It said something new, which replaces what it said before, be it earlier or later. */
  FeedState said(int day) {
    return new FeedState(day, 0, lookedOn, causeThroughDay, causeSilentDays, lastCase);
  }

  /**
   * Another day has begun. However many lie between, one counts: on the others nobody listened, and
   * a source may have spoken.
   */
  FeedState dayBegan(int day) {
    int silent = lookedOn == NEVER ? silentDays : silentDays + 1;
    return new FeedState(throughDay, silent, day, causeThroughDay, causeSilentDays, lastCase);
  }

  FeedState decided(CaseKeeper.Decision decision) {
    boolean opened =
        decision.transition() == CaseTransition.OPENED
            || decision.transition() == CaseTransition.REOPENED;
    return new FeedState(
        throughDay,
        silentDays,
        lookedOn,
        opened ? throughDay : causeThroughDay,
        opened ? silentDays : causeSilentDays,
        decision.state());
  }

  FeedView view(Feed feed) {
    return new FeedView(feed, throughDay, silentDays, lookedOn);
  }

  /** As it was when its case was opened or reopened. */
  FeedView cause(Feed feed, int day) {
    return new FeedView(feed, causeThroughDay, causeSilentDays, day);
  }

  /** Reads what {@link #toBytes} wrote, in this or an older layout. */
  public static FeedState ofBytes(byte[] bytes) {
    return FeedLayout.read(bytes);
  }

  /** The blob that state keeps. */
  public byte[] toBytes() {
    return FeedLayout.write(this);
  }
}
