package io.hearthwatch.risk;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.io.flink.KafkaRecord;
import io.hearthwatch.io.flink.Watermarks;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The way of what sources say of themselves to their feeds.
 *
 * <pre>
 *  control          clock (live only)
 *     |                |
 *  feed reader      feed time
 *  word time           |
 *     +----- union ----+
 *             | keyBy feed
 *             +-------> FeedWatchFunction <-- policy
 *                            |-> risk.alerts
 * </pre>
 */
final class FeedTraffic {

  /** How long the clock waits for words that were said before it came so far. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FeedTraffic() {}

  /**
   * Wires it; returns the alerts.
   *
   * @param said the control stream
   * @param policy the same, broadcast
   * @param ticks in live operation, the clock
   */
  static SingleOutputStreamOperator<KafkaRecord> wire(
      DataStream<byte[]> said,
      BroadcastStream<byte[]> policy,
      Optional<DataStream<Long>> ticks,
      Retention retention) {
    DataStream<FeedSaid> words =
        said.flatMap(new FeedReader())
            .returns(FeedSaid.typeInformation())
            .name("feed reader")
            .uid(UID_READER)
            .setParallelism(1)
            .assignTimestampsAndWatermarks(
                // Without a clock no day begins: words of years lie there, and are read at once.
                ticks.isPresent() ? Watermarks.appended(PATIENCE) : Watermarks.timeless())
            .name("word time")
            .uid(UID_WORD_TIME)
            .setParallelism(1);
    if (ticks.isPresent()) {
      words =
          words.union(
              ticks
                  .get()
                  .flatMap(new TimeOnly<>(FeedSaid.typeInformation()))
                  .name("feed time")
                  .uid(UID_TIME)
                  .setParallelism(1));
    }
    return words
        .keyBy(FeedSaid::feedId, Types.STRING)
        .connect(policy)
        .process(new FeedWatchFunction(retention))
        .name("feed watch")
        .uid(UID_WATCH);
  }

  // For ever: by these, state finds its operator again after an upgrade. See uids.txt.
  private static final String UID_READER = "feed-reader";
  private static final String UID_WORD_TIME = "feed-word-time";
  private static final String UID_TIME = "feed-time";
  private static final String UID_WATCH = "feed-watch";
}
