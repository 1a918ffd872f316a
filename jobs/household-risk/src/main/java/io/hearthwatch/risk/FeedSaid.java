package io.hearthwatch.risk;

import io.hearthwatch.domain.policy.Feed;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * What a source said of its own completeness. Fields, not getters, so that Flink takes it for a
 * POJO.
 */
public final class FeedSaid {

  /** Id of the feed, by which it is keyed. */
  public String feedId;

  /** Epoch day through which it is complete. */
  public int throughDay;

  static FeedSaid of(Feed feed, int throughDay) {
    FeedSaid said = new FeedSaid();
    said.feedId = feed.id();
    said.throughDay = throughDay;
    return said;
  }

  String feedId() {
    return feedId;
  }

  static TypeInformation<FeedSaid> typeInformation() {
    return TypeInformation.of(FeedSaid.class);
  }
}
