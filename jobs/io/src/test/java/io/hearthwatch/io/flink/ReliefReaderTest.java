package io.hearthwatch.io.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.VisitDone;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReliefReaderTest {

  private static final String SOURCE = "civil-affairs";
  private static final int DAY = 19_500;
  private static final long NOON = DAY * 86_400_000L + 4 * 3_600_000L;
  private static final EventBody GRANT =
      new GrantApproved("dibao", "illness", Month.of(DAY), 20_000, null, null);
  private static final EventBody VISIT = new VisitDone("case-1", "confirmed", null);

  @Test
  void whatIsNotAboutReliefIsPassedOver() {
    assertThat(read(EventKind.NOTIFY, 0, GRANT)).hasSize(1);
    assertThat(read(EventKind.NOTIFY, 0, VISIT)).isEmpty();
  }

  /** Or the money of a grant that was none would be counted for ever. */
  @Test
  void butNotWhatMayTakeReliefBack() {
    assertThat(read(EventKind.CORRECT, 1, VISIT)).hasSize(1);
    assertThat(read(EventKind.NOTIFY, 1, VISIT)).hasSize(1);
    assertThat(read(EventKind.VOID, 0, VISIT)).hasSize(1);
  }

  private static List<HouseholdMessage> read(EventKind kind, int revision, EventBody body) {
    HouseholdEvent event =
        new HouseholdEvent(
            new EventId(1, 2),
            kind,
            revision,
            SOURCE,
            "h-1",
            null,
            "110101",
            null,
            DAY,
            NOON,
            body);
    ReliefReader reader =
        new ReliefReader(new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS));
    reader.open(new ReaderContext());
    List<HouseholdMessage> messages = new ArrayList<>();
    reader.deserialize(
        new ConsumerRecord<>(
            Topics.events(SOURCE),
            0,
            0,
            NOON,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            null,
            new HouseholdEventCodec().encode(event),
            new RecordHeaders(),
            Optional.empty()),
        new ListCollector<>(messages));
    return messages;
  }
}
