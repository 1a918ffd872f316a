package io.hearthwatch.io.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.Decoded;
import io.hearthwatch.wire.DeadLetter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  @Test
  void keepsTheBytesAsTheyCame() throws IOException {
    byte[] payload = filled(DeadLetters.MAX_KEPT_BYTES);
    DeadLetter letter = letter(payload);
    assertThat(letter.getPayload()).isEqualTo(ByteBuffer.wrap(payload));
    assertThat(letter.getDetail()).isEqualTo("too long");
  }

  /** Compressed, 100 MB of zeros are a small record for the broker. */
  @Test
  void aRecordOfAnyLengthIsALetterThatCanBeSent() throws IOException {
    byte[] payload = filled(DeadLetters.MAX_KEPT_BYTES + 1);
    DeadLetter letter = letter(payload);
    assertThat(letter.getPayload())
        .isEqualTo(ByteBuffer.wrap(payload, 0, DeadLetters.MAX_KEPT_BYTES));
    assertThat(letter.getDetail()).isEqualTo("too long; the first 262144 of 262145 bytes are kept");
    assertThat(letter.getRecordKey().remaining()).isEqualTo(DeadLetters.MAX_KEPT_BYTES);
  }

  private static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 7);
    return bytes;
  }

  /** The key is the same bytes. */
  private static DeadLetter letter(byte[] payload) throws IOException {
    return new SingleObject<>(DeadLetter.class)
        .decode(
            new DeadLetters()
                .ofRecord(
                    Decoded.refused(Refusal.TOO_LARGE, "too long"),
                    new ConsumerRecord<>("events.civil-affairs", 0, 5, payload, payload)));
  }
}
