package io.hearthwatch.io.flink;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** How time flows out of the sources. */
public final class Watermarks {

  private Watermarks() {}

  /**
   * Event time is when a department reported. Refusals do not move it.
   *
   * @param disorder how much later something reported earlier may come
   * @param idleTimeout after how long a partition without records stops holding time back, also
   *     where partitions are held because they are ahead (aligned)
   */
  public static WatermarkStrategy<HouseholdMessage> reported(
      Duration disorder, Duration idleTimeout) {
    return WatermarkStrategy.<HouseholdMessage>forGenerator(
            context ->
                new Reported(
                    disorder,
                    new Idleness(idleTimeout, context.getInputActivityClock(), System::nanoTime)))
        .withTimestampAssigner((message, timestamp) -> message.timestamp());
  }

  /**
   * For streams that carry no time: idle from the start, so that they never hold it back. The
   * maximal watermark would do the same, but once all feeds pause it would become the watermark of
   * the whole job, and every deadline would pass unseen.
   */
  public static <T> WatermarkStrategy<T> timeless() {
    return WatermarkStrategy.forGenerator(context -> new Timeless<>());
  }

  /**
   * By when the broker got a record, for a stream that is to be read as far as the clock has come
   * before time passes: after an outage both lie there, and the clock is read faster.
   *
   * @param idleTimeout after how long without records it stops holding time back
   */
  public static <T> WatermarkStrategy<T> appended(Duration idleTimeout) {
    return WatermarkStrategy.<T>forMonotonousTimestamps().withIdleness(idleTimeout);
  }

  /** The clock: every record is a tick, and is the time. Never idle. */
  public static WatermarkStrategy<Long> ticks() {
    return WatermarkStrategy.<Long>forGenerator(context -> new Ticks())
        .withTimestampAssigner((tick, timestamp) -> tick);
  }

  private static final class Ticks implements WatermarkGenerator<Long> {
    @Override
    public void onEvent(Long tick, long timestamp, WatermarkOutput output) {
      output.emitWatermark(new Watermark(tick - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // time moves with the ticks alone
    }
  }

  private static final class Reported implements WatermarkGenerator<HouseholdMessage> {
    private final long disorderMs;
    private final Idleness idleness;
    private long greatestMs = Long.MIN_VALUE;

    Reported(Duration disorder, Idleness idleness) {
      disorderMs = disorder.toMillis();
      this.idleness = idleness;
    }

    @Override
    public void onEvent(HouseholdMessage message, long timestamp, WatermarkOutput output) {
      idleness.heard();
      if (timestamp != HouseholdMessage.NO_TIMESTAMP) {
        greatestMs = Math.max(greatestMs, timestamp);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      if (idleness.look()) {
        output.markIdle();
      } else if (greatestMs != Long.MIN_VALUE) {
        output.emitWatermark(new Watermark(greatestMs - disorderMs - 1));
      }
    }
  }

  private static final class Timeless<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {
      output.markIdle();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      output.markIdle();
    }
  }
}
