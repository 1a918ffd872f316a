package io.hearthwatch.assistance;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers what comes and gives it away before each checkpoint, so it keeps no state and all levels
 * of the figures agree whenever they are seen. An operator and not a function, because functions
 * are not told of that moment.
 *
 * @param <I> what comes
 * @param <O> what goes
 */
final class GatheringOperator<I, O> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, BoundedOneInput, ProcessingTimeCallback {

  @Serial private static final long serialVersionUID = 1L;

  /** Most cells that are gathered: some 50 MB. */
  private static final int MOST_CELLS = 100_000;

  private final Gathering<I, O> gathering;
  private final Duration longest;

  /**
   * The operator.
   *
   * @param longest time that anything waits where readers see it at once; null where they see it
   *     with the checkpoint
   */
  private GatheringOperator(
      StreamOperatorParameters<O> parameters, Gathering<I, O> gathering, Duration longest) {
    super(parameters);
    this.gathering = gathering;
    this.longest = longest;
  }

  @Override
  public void open() throws Exception {
    super.open();
    gathering.open(getMetricGroup());
    arm();
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    gathering.add(element.getValue());
    if (gathering.cells() >= MOST_CELLS) {
      giveAway();
    }
  }

  @Override
  public void onProcessingTime(long time) {
    giveAway();
    arm();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    giveAway();
  }

  @Override
  public void endInput() {
    giveAway();
  }

  private void giveAway() {
    gathering.giveAway(gathered -> output.collect(new StreamRecord<>(gathered)));
  }

  private void arm() {
    if (longest != null) {
      long at = getProcessingTimeService().getCurrentProcessingTime() + longest.toMillis();
      getProcessingTimeService().registerTimer(at, this);
    }
  }

  /**
   * Makes the operator.
   *
   * @param <I> what comes
   * @param <O> what goes
   */
  static final class Factory<I, O> extends AbstractStreamOperatorFactory<O>
      implements OneInputStreamOperatorFactory<I, O> {

    @Serial private static final long serialVersionUID = 1L;

    private final Gathering.Maker<I, O> maker;
    private final Duration longest;

    Factory(Gathering.Maker<I, O> maker, Optional<Duration> longest) {
      this.maker = maker;
      this.longest = longest.orElse(null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends StreamOperator<O>> T createStreamOperator(
        StreamOperatorParameters<O> parameters) {
      return (T) new GatheringOperator<>(parameters, maker.make(), longest);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
      return GatheringOperator.class;
    }
  }
}
