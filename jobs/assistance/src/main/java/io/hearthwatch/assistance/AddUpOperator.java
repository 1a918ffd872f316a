package io.hearthwatch.assistance;

import io.hearthwatch.domain.relief.Tallies;
import io.hearthwatch.io.flink.CellChange;
import java.io.Serial;
import java.time.Duration;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up the changes of a cell before they travel: the nation is touched by every grant, and would
 * be one subtask's work. It keeps no state, since before each checkpoint it gives everything away;
 * an operator and not a function, because functions are not told of that moment.
 */
final class AddUpOperator extends AbstractStreamOperator<CellChange>
    implements OneInputStreamOperator<CellChange, CellChange>,
        BoundedOneInput,
        ProcessingTimeCallback {

  @Serial private static final long serialVersionUID = 1L;

  /** Most cells that wait: some 30 MB. */
  private static final int MOST_CELLS = 100_000;

  private final long longestMs;
  private transient Tallies waiting;
  private transient StreamRecord<CellChange> out;

  private AddUpOperator(StreamOperatorParameters<CellChange> parameters, Duration longest) {
    super(parameters);
    longestMs = longest.toMillis();
  }

  @Override
  public void open() throws Exception {
    super.open();
    waiting = new Tallies();
    out = new StreamRecord<>(null);
    arm();
  }

  @Override
  public void processElement(StreamRecord<CellChange> element) {
    CellChange change = element.getValue();
    waiting.add(change.cell(), change.change());
    if (waiting.cells() >= MOST_CELLS) {
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
    waiting.drain((cell, tally) -> output.collect(out.replace(new CellChange(cell, tally))));
  }

  private void arm() {
    getProcessingTimeService()
        .registerTimer(getProcessingTimeService().getCurrentProcessingTime() + longestMs, this);
  }

  /** Makes the operator. */
  static final class Factory extends AbstractStreamOperatorFactory<CellChange>
      implements org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory<
          CellChange, CellChange> {

    @Serial private static final long serialVersionUID = 1L;

    private final Duration longest;

    Factory(Duration longest) {
      this.longest = longest;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends StreamOperator<CellChange>> T createStreamOperator(
        StreamOperatorParameters<CellChange> parameters) {
      return (T) new AddUpOperator(parameters, longest);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
      return AddUpOperator.class;
    }
  }
}
