package io.hearthwatch.risk;

import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.Metrics;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.io.IOException;
import java.io.Serial;
import org.apache.avro.AvroRuntimeException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Finds on the control stream what sources say of themselves. What has no code of a source or no
 * prefix of regions is no feed that could be watched, and is counted; what cannot be read at all is
 * the business of the households' function, which says so.
 */
final class FeedReader extends RichFlatMapFunction<byte[], FeedSaid> {

  @Serial private static final long serialVersionUID = 1L;

  private transient SingleObject<ControlRecord> control;
  private transient Counter unwatched;

  @Override
  public void open(OpenContext context) {
    control = new SingleObject<>(ControlRecord.class);
    unwatched = getRuntimeContext().getMetricGroup().counter(Metrics.UNWATCHED_COMPLETENESS);
  }

  @Override
  public void flatMap(byte[] record, Collector<FeedSaid> words) {
    try {
      if (control.decode(record).getBody() instanceof Completeness said) {
        words.collect(
            FeedSaid.of(
                new Feed(said.getSource(), said.getRegionPrefix()),
                Math.toIntExact(said.getCompleteThrough().toEpochDay())));
      }
    } catch (IllegalArgumentException e) {
      unwatched.inc();
    } catch (IOException | AvroRuntimeException e) {
      // the households' function says so
    }
  }
}
