package io.hearthwatch.bench;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.nio.file.Path;
import java.time.LocalDate;

/** What the risk job is told before it is timed. */
final class RiskFeed {

  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final Feed feed;
  private final Households seeded;
  private final long households;
  private long number;

  RiskFeed(Feed feed, Households seeded, long households) {
    this.feed = feed;
    this.seeded = seeded;
    this.households = households;
  }

  void publishPolicy(Path policies) {
    ControlRecord bundle = new ControlRecord(CommittedPolicy.published(policies));
    feed.send(Topics.CONTROL, "bundle", control.encode(bundle));
    feed.flush();
  }

  /** How many subtasks have taken the policies. */
  long acknowledged() throws Exception {
    return feed.end(Topics.CONTROL_ACKS);
  }

  /** Writes the next events, each of another household. */
  void events(long count) {
    sayComplete(count);
    for (long i = 0; i < count; i++) {
      feed.send(seeded.next(number++, households));
    }
    feed.flush();
  }

  /**
   * Sources say that they have told everything, also of the days of the next events: as departments
   * that report every day.
   */
  private void sayComplete(long next) {
    LocalDate through = LocalDate.ofEpochDay(Households.day(number + next, households));
    for (String source : CommittedPolicy.COMPLETE_SOURCES) {
      ControlRecord said = new ControlRecord(new Completeness(source, "", through));
      feed.send(Topics.CONTROL, source, control.encode(said));
    }
  }
}
