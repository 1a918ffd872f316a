package io.hearthwatch.stack.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.stack.StackFailure;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

  @Test
  void whatTheBrokerDoesNotTakeIsOneLineThatSaysWhatToDo() {
    IllegalStateException gone = new IllegalStateException("broker gone");
    try (MockProducer<byte[], byte[]> producer = producer()) {
      EventPublisher publisher = new EventPublisher(producer);
      assertThatThrownBy(
              () -> {
                publisher.complete("human-resources", "", 19_800);
                producer.errorNext(gone);
                publisher.flush();
              })
          .isInstanceOf(StackFailure.class)
          .hasMessage(
              "The broker does not take events: broker gone; look at `hearthwatch status`, then"
                  + " import again: twice changes nothing.")
          .hasCause(gone);
    }
  }

  private static MockProducer<byte[], byte[]> producer() {
    return new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
      @Override
      public synchronized void flush() {
        // What was sent stays under way until the test decides.
      }
    };
  }
}
