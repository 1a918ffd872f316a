package io.hearthwatch.io.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.wire.Inquiry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/**
 * Anybody may write to the topic of questions; none of it stops the job, or empties a household.
 */
class InquiryReaderTest {

  private static final Instant ASKED_AT = Instant.parse("2024-02-28T16:30:00Z"); // the 29th there

  @Test
  void readsQuestions() {
    assertThat(read(asked("r-1", null, true))).hasSize(1);
    assertThat(read(asked("r-1", "2023-12-31", true))).hasSize(1);
  }

  @Test
  void nobodyIsEvaluatedAsOfADayThatHasNotCome() {
    assertThat(read(asked("r-1", "2024-02-29", true))).as("today, in Beijing").hasSize(1);
    assertThat(read(asked("r-1", "2024-03-01", true))).isEmpty();
    assertThat(read(asked("r-1", "2099-12-31", true))).isEmpty();
    assertThat(read(asked("r-1", "2099-12-31", false))).as("which changes nothing").hasSize(1);
  }

  /** One of them would be asked again at every restart. */
  @Test
  void aSlipOfThePenIsDropped() {
    for (String asOf : new String[] {"1909-12-31", "2190-01-01", "2203-05-01", "+99999-01-01"}) {
      assertThat(read(asked("r-1", asOf, false))).as(asOf).isEmpty();
    }
    for (String asOf : new String[] {"1910-01-01", "2189-12-31"}) {
      assertThat(read(asked("r-1", asOf, false))).as(asOf).hasSize(1);
    }
  }

  @Test
  void whatCannotBeReadIsDropped() {
    byte[] inquiry = asked("r-1", null, true);
    assertThat(read(null)).isEmpty();
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read(new byte[] {1, 2, 3})).isEmpty();
    assertThat(read(asked("", null, true))).isEmpty();
    assertThat(read(asked("r".repeat(70_000), null, true))).isEmpty();
    for (int at = 0; at < inquiry.length; at++) {
      assertThat(read(Arrays.copyOf(inquiry, at))).as("cut at " + at).isEmpty();
      for (int value : new int[] {0, 1, 126, 127, 128, 255}) {
        byte[] broken = inquiry.clone();
        broken[at] = (byte) value;
        assertThat(read(broken)).as("%d at %d", value, at).hasSizeLessThan(2);
      }
    }
  }

  private static byte[] asked(String requestId, String asOf, boolean evaluate) {
    return new SingleObject<>(Inquiry.class)
        .encode(
            new Inquiry(requestId, "h-1", asOf == null ? null : LocalDate.parse(asOf), evaluate));
  }

  private static List<HouseholdMessage> read(byte[] value) {
    InquiryReader reader = new InquiryReader();
    reader.open(new ReaderContext());
    List<HouseholdMessage> messages = new ArrayList<>();
    reader.deserialize(
        new ConsumerRecord<>(
            Topics.INQUIRIES,
            0,
            0,
            ASKED_AT.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            null,
            value,
            new RecordHeaders(),
            Optional.empty()),
        new ListCollector<>(messages));
    return messages;
  }
}
