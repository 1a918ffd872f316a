package io.hearthwatch.io.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.wire.DeadLetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadLetterReaderTest {

  private static final Instant APPENDED = Instant.parse("2024-03-15T07:59:59Z");

  private final DeadLetterReader reader = new DeadLetterReader();

  @Test
  void isNamedByItsPosition() throws Exception {
    DeadLetterRow row = read(letter("events.medical-insurance", 3, 41, APPENDED, "garbage"));

    assertThat(row.letterId()).isEqualTo("events.medical-insurance/3/41");
    assertThat(row.appendedAt()).isEqualTo(APPENDED);
    assertThat(row.refusedAt()).isEqualTo("2024-03-15T08:00:00Z");
    assertThat(row.recordKey()).containsExactly(7);
    assertThat(row.payload()).containsExactly(1, 2, 3);
  }

  @Test
  void isNamedByItsPayloadWhereThePositionIsNotKnown() throws Exception {
    DeadLetterRow row = read(letter("events.civil-affairs", -1, -1, APPENDED, "household-full"));

    assertThat(row.letterId())
        .isEqualTo("events.civil-affairs/-1/039058c6f2c0cb492c533b0a4d14ef77");
  }

  @Test
  void isNeverLostForWhatItSays() throws Exception {
    DeadLetterRow row =
        read(letter("t", 0, 1, Instant.ofEpochMilli(Long.MAX_VALUE), "x\0y".repeat(9_000)));

    assertThat(row.appendedAt()).isNull();
    assertThat(row.reason()).hasSize(10_000).startsWith("x\uFFFDy");
  }

  private DeadLetterRow read(DeadLetter letter) throws UnreadableException {
    return reader.read(TestAlerts.record(9, bytes(letter)));
  }

  static DeadLetter letter(
      String topic, int partition, long offset, Instant appendedAt, String reason) {
    return new DeadLetter(
        reason,
        "what was wrong",
        topic,
        partition,
        offset,
        appendedAt,
        ByteBuffer.wrap(new byte[] {7}),
        ByteBuffer.wrap(new byte[] {1, 2, 3}));
  }

  static byte[] bytes(DeadLetter letter) {
    try {
      ByteBuffer encoded = DeadLetter.getEncoder().encode(letter);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
