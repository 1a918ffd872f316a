package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The control stream holds whatever somebody wrote to it. */
class FeedReaderTest {

  private static final int MARKER_AND_FINGERPRINT = 10;
  private static final LocalDate DAY = LocalDate.parse("2023-06-04");

  @Test
  void findsTheFeedsAndPassesOverTheRest() throws Exception {
    try (var reader =
        new OneInputStreamOperatorTestHarness<>(new StreamFlatMap<>(new FeedReader()))) {
      reader.open();
      reader.processElement(RiskFixtures.bundle(), 0);
      reader.processElement(said("utilities", "11"), 0);
      reader.processElement(new byte[] {1, 2, 3}, 0);
      reader.processElement(new byte[0], 0);
      reader.processElement(ofNoSuchBody(), 0);
      reader.processElement(said("", "11"), 0);
      reader.processElement(said("utilities", "1:1"), 0);
      reader.processElement(said("utilities", ""), 0);
      List<FeedSaid> found = reader.extractOutputValues();
      assertThat(found)
          .extracting(FeedSaid::feedId)
          .containsExactly("feed:utilities:11", "feed:utilities:");
      assertThat(found).extracting(said -> said.throughDay).containsOnly((int) DAY.toEpochDay());
    }
  }

  /** A control record whose union says that it holds a body of a number that there is none of. */
  private static byte[] ofNoSuchBody() {
    byte[] broken = said("utilities", "11");
    broken[MARKER_AND_FINGERPRINT] = 126;
    return broken;
  }

  private static byte[] said(String source, String region) {
    return new SingleObject<>(ControlRecord.class)
        .encode(new ControlRecord(new Completeness(source, region, DAY)));
  }
}
