package io.hearthwatch.io.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.junit.jupiter.api.Test;

/** What moves time, and what does not: one poisoned record must not have every deadline pass. */
class WatermarksTest {

  private static final Duration DISORDER = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final long NOON = 1_684_800_000_000L;

  private final Output output = new Output();

  @Test
  void aReportMovesTimeAndAnOlderOneDoesNotMoveItBack() {
    WatermarkStrategy<HouseholdMessage> reported = Watermarks.reported(DISORDER, IDLE);
    WatermarkGenerator<HouseholdMessage> time = generator(reported);
    assertThat(after(reported, time, event(NOON))).isEqualTo(NOON - 5_001);
    assertThat(after(reported, time, event(NOON - 60_000))).isEqualTo(NOON - 5_001);
    assertThat(after(reported, time, event(NOON + 1))).isEqualTo(NOON - 5_000);
  }

  /** The broker's time of it, which is what the source hands over, is not looked at. */
  @Test
  void whatIsNoEventOfThisHouseholdDoesNotMoveTime() {
    WatermarkStrategy<HouseholdMessage> reported = Watermarks.reported(DISORDER, IDLE);
    WatermarkGenerator<HouseholdMessage> time = generator(reported);
    long farAhead = 4_102_444_800_000L;
    HouseholdMessage[] others = {
      new HouseholdMessage.Refused(new byte[0]),
      new HouseholdMessage.OfMisfiled(event(farAhead).event()),
      new HouseholdMessage.OfElsewhere("h-2", event(farAhead).event()),
    };
    for (HouseholdMessage other : others) {
      assertThat(after(reported, time, other)).as("before any event: %s", other).isNull();
    }
    assertThat(after(reported, time, event(NOON))).isEqualTo(NOON - 5_001);
    for (HouseholdMessage other : others) {
      assertThat(after(reported, time, other)).as("%s", other).isEqualTo(NOON - 5_001);
    }
  }

  /** Not the greatest watermark, which would become that of the whole job when feeds pause. */
  @Test
  void aStreamWithoutTimeIsIdleFromTheStart() {
    WatermarkGenerator<String> timeless = generator(Watermarks.timeless());
    timeless.onPeriodicEmit(output);
    timeless.onEvent("anything", NOON, output);
    timeless.onPeriodicEmit(output);
    assertThat(output.idle).isTrue();
    assertThat(output.last).isNull();
  }

  @Test
  void aTickIsTheTimeAtOnce() {
    WatermarkGenerator<Long> ticks = generator(Watermarks.ticks());
    ticks.onPeriodicEmit(output);
    assertThat(output.last).isNull();
    ticks.onEvent(NOON, NOON, output);
    assertThat(output.last).isEqualTo(NOON - 1);
  }

  private Long after(
      WatermarkStrategy<HouseholdMessage> strategy,
      WatermarkGenerator<HouseholdMessage> time,
      HouseholdMessage message) {
    long assigned =
        strategy
            .createTimestampAssigner(UnregisteredMetricsGroup::new)
            .extractTimestamp(message, 4_102_444_800_000L);
    time.onEvent(message, assigned, output);
    time.onPeriodicEmit(output);
    return output.last;
  }

  private static HouseholdMessage.OfEvent event(long reportedAt) {
    return new HouseholdMessage.OfEvent(
        new HouseholdEvent(
            new EventId(1, 2),
            EventKind.NOTIFY,
            0,
            "civil-affairs",
            "h-1",
            null,
            "110101",
            null,
            19_000,
            reportedAt,
            new HouseholdRegistered("urban")),
        new byte[0]);
  }

  private static <T> WatermarkGenerator<T> generator(WatermarkStrategy<T> strategy) {
    return strategy.createWatermarkGenerator(
        new WatermarkGeneratorSupplier.Context() {
          @Override
          public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
          }

          @Override
          public RelativeClock getInputActivityClock() {
            return SystemClock.getInstance();
          }
        });
  }

  private static final class Output implements WatermarkOutput {
    private Long last;
    private boolean idle;

    @Override
    public void emitWatermark(Watermark watermark) {
      last = watermark.getTimestamp();
      idle = false;
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
