package io.hearthwatch.io.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.topic.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ClockReaderTest {

  private static final long APPENDED_AT = 1_700_000_000_000L;

  @Test
  void anEmptyTickTakesItsTimeFromTheBroker() {
    assertThat(read(new ClockReader(true), Tick.now())).isEqualTo(APPENDED_AT);
    assertThat(read(new ClockReader(false), Tick.now())).isEqualTo(APPENDED_AT);
  }

  @Test
  void oneOfASimulationSaysItsOwn() {
    assertThat(read(new ClockReader(true), Tick.at(42))).isEqualTo(42);
  }

  /** In live operation nobody sets the clock to 2099 and lets every deadline pass. */
  @Test
  void inLiveOperationTheBrokersTimeCounts() {
    assertThat(read(new ClockReader(false), Tick.at(4_102_444_800_000L))).isEqualTo(APPENDED_AT);
  }

  @Test
  void garbageIsATickOfNow() {
    assertThat(read(new ClockReader(true), new byte[] {1, 2, 3})).isEqualTo(APPENDED_AT);
  }

  private static long read(ClockReader reader, byte[] value) {
    List<Long> read = new ArrayList<>();
    reader.deserialize(
        new ConsumerRecord<>(
            "clock",
            0,
            0,
            APPENDED_AT,
            TimestampType.LOG_APPEND_TIME,
            0,
            value.length,
            null,
            value,
            new RecordHeaders(),
            Optional.empty()),
        new Collector<>() {
          @Override
          public void collect(Long time) {
            read.add(time);
          }

          @Override
          public void close() {
            // nothing is open
          }
        });
    return read.get(0);
  }
}
