package io.hearthwatch.risk;

import io.hearthwatch.io.flink.HouseholdMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource.NumberSequenceSplit;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.functions.IndexLookupGeneratorFunction;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Bounded sources over what a test prepared. */
final class TestSources {

  private static final Map<String, CompletableFuture<Void>> GATES = new ConcurrentHashMap<>();

  private static final TypeInformation<byte[]> BYTES =
      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;

  private TestSources() {}

  static Source<HouseholdMessage, ?, ?> none() {
    return messages(List.of(), 0, "none");
  }

  static Source<byte[], ?, ?> noBytes() {
    return gated(List.of(), 0, "none", BYTES);
  }

  /**
   * Messages of which each subtask sends so many; the rest waits for a gate, and checkpoints pass
   * meanwhile.
   */
  static Source<HouseholdMessage, ?, ?> messages(
      List<? extends HouseholdMessage> messages, int free, String gate) {
    return gated(List.copyOf(messages), free, gate, HouseholdMessage.typeInformation());
  }

  /** The same for the control stream. */
  static Source<byte[], ?, ?> control(List<byte[]> said, int free, String gate) {
    return gated(said, free, gate, BYTES);
  }

  static void open(String gate) {
    gate(gate).complete(null);
  }

  private static <T> Source<T, ?, ?> gated(
      List<T> elements, int free, String gate, TypeInformation<T> type) {
    return new DataGeneratorSource<>(
        new IndexLookupGeneratorFunction<>(type, elements),
        elements.size(),
        waitingAfter(free, gate),
        type);
  }

  private static RateLimiterStrategy<NumberSequenceSplit> waitingAfter(int free, String gate) {
    return parallelism -> {
      AtomicInteger sent = new AtomicInteger();
      return more ->
          sent.addAndGet(more) <= free ? CompletableFuture.completedFuture(null) : gate(gate);
    };
  }

  private static CompletableFuture<Void> gate(String name) {
    return GATES.computeIfAbsent(name, key -> new CompletableFuture<>());
  }
}
