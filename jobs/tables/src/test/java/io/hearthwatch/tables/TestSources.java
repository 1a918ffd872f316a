package io.hearthwatch.tables;

import io.hearthwatch.io.tables.ReceivedRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** Sources that can be read again from a checkpoint, as a topic can. */
final class TestSources {

  private TestSources() {}

  static Source<ReceivedRecord, ?, ?> of(
      long count, GeneratorFunction<Long, ReceivedRecord> records) {
    return new DataGeneratorSource<>(records, count, TypeInformation.of(ReceivedRecord.class));
  }

  static Source<ReceivedRecord, ?, ?> slowly(
      long count, double perSecond, GeneratorFunction<Long, ReceivedRecord> records) {
    return new DataGeneratorSource<>(
        records,
        count,
        RateLimiterStrategy.perSecond(perSecond),
        TypeInformation.of(ReceivedRecord.class));
  }
}
