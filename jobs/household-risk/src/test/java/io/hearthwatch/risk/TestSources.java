package io.hearthwatch.risk;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.HouseholdMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Bounded sources over what a test prepared. */
final class TestSources {

  private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

  private TestSources() {}

  static Source<HouseholdMessage, ?, ?> none() {
    return new DataGeneratorSource<>(i -> null, 0, HouseholdMessage.typeInformation());
  }

  static Source<byte[], ?, ?> noBytes() {
    return new DataGeneratorSource<>(
        i -> null, 0, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  static Source<byte[], ?, ?> of(byte[] one) {
    return new DataGeneratorSource<>(
        i -> one, 1, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  static Source<HouseholdMessage, ?, ?> events(List<HouseholdEvent> events) {
    HouseholdEventCodec codec = new HouseholdEventCodec();
    byte[][] encoded = events.stream().map(codec::encode).toArray(byte[][]::new);
    return new DataGeneratorSource<>(
        i ->
            new HouseholdMessage.OfEvent(
                new HouseholdEventCodec().decode(encoded[i.intValue()]).event()),
        encoded.length,
        HouseholdMessage.typeInformation());
  }

  /** Asks the closing review of these households, once the gate is open. */
  static Source<HouseholdMessage, ?, ?> closingReviews(List<String> householdIds, String gate) {
    String[] ids = householdIds.toArray(String[]::new);
    return new DataGeneratorSource<>(
        i -> {
          gate(gate).await();
          return RiskFixtures.closingReview(ids[i.intValue()]);
        },
        ids.length,
        HouseholdMessage.typeInformation());
  }

  static CountDownLatch gate(String name) {
    return GATES.computeIfAbsent(name, key -> new CountDownLatch(1));
  }
}
