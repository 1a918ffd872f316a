package io.hearthwatch.stack.broker;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.wire.WhatIfResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** What a what-if said, from the moment on at which this was made. */
public final class WhatIfRecords implements AutoCloseable {

  private final byte[] requestKey;
  private final TopicReader reader;
  private final SingleObject<WhatIfResult> codec = new SingleObject<>(WhatIfResult.class);

  /** From now on; fails where the broker does not answer or has no such topic. */
  public WhatIfRecords(StackAddresses at, String requestId) {
    requestKey = requestId.getBytes(StandardCharsets.UTF_8);
    try {
      reader = new TopicReader(at, Topics.POLICY_WHATIF);
      reader.skipToEnd();
    } catch (KafkaException e) {
      throw new StackFailure(
          "The broker does not give the topic "
              + Topics.POLICY_WHATIF
              + ": "
              + e.getMessage()
              + "; `hearthwatch up` or `provision` makes it.",
          e);
    }
  }

  /** Hands over the results that are there now. */
  public void read(Consumer<WhatIfResult> each) {
    reader.readOn(
        record -> {
          if (Arrays.equals(record.key(), requestKey)) {
            each.accept(decode(record.value()));
          }
        });
  }

  private WhatIfResult decode(byte[] value) {
    try {
      return codec.decode(value);
    } catch (IOException e) {
      throw new StackFailure("A result cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    reader.close();
  }
}
