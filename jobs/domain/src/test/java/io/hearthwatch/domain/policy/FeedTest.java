package io.hearthwatch.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {

  @ParameterizedTest
  @CsvSource({"utilities,11,feed:utilities:11", "medical-insurance,'',feed:medical-insurance:"})
  void isReadFromItsId(String source, String regionPrefix, String id) {
    Feed feed = new Feed(source, regionPrefix);
    assertThat(feed.id()).isEqualTo(id);
    assertThat(Feed.ofId(id)).isEqualTo(feed);
    assertThat(Feed.isId(id)).isTrue();
  }

  /** Anybody may write to the control topic: two feeds must never have one id, nor a bad one. */
  @ParameterizedTest
  @CsvSource({"'',11", "a:b,11", "a b,11", "utilities,1:1", "utilities,1 1", "a|b,''"})
  void whatIsNoCodeOrRegionIsNoFeed(String source, String regionPrefix) {
    assertThatThrownBy(() -> new Feed(source, regionPrefix))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatIsTooLongIsNoFeed() {
    assertThatThrownBy(() -> new Feed("u".repeat(50), "110101001"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"h-1", "feed", "feed:", "feed:utilities", "feeder:a:b", "''"})
  void otherIdsAreNotOfFeeds(String id) {
    assertThatThrownBy(() -> Feed.ofId(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
