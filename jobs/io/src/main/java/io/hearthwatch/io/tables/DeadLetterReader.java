package io.hearthwatch.io.tables;

import io.hearthwatch.wire.DeadLetter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes rows of the topic dead.letters. A dead letter is never lost for what it says: texts are
 * cleaned and dates left out where a column could not hold them.
 */
public final class DeadLetterReader implements RecordReader<DeadLetterRow> {

  private static final int HASH_BYTES = 16;

  private final SingleObjectReader<DeadLetter> letters;

  public DeadLetterReader() {
    letters = new SingleObjectReader<>(DeadLetter.class);
  }

  @Override
  public DeadLetterRow read(ReceivedRecord record) throws UnreadableException {
    DeadLetter letter = letters.read(record.value());
    byte[] payload = bytes(letter.getPayload());
    String topic = Columns.id("topic", letter.getTopic());
    return new DeadLetterRow(
        letterId(topic, letter.getPartition(), letter.getOffset(), payload),
        Columns.cleaned(letter.getReason()),
        Columns.cleaned(letter.getDetail()),
        topic,
        letter.getPartition(),
        letter.getOffset(),
        Columns.instantOrNull(letter.getAppendedAt()),
        letter.getRecordKey() == null ? null : bytes(letter.getRecordKey()),
        payload,
        Columns.appendedAt(record));
  }

  /**
   * The id of a dead letter: its position or, where that is not known, a hash of its payload, so
   * that the same letter said twice is one row.
   */
  static String letterId(String topic, int partition, long offset, byte[] payload) {
    return topic
        + "/"
        + partition
        + "/"
        + (partition >= 0 ? String.valueOf(offset) : hash(payload));
  }

  private static String hash(byte[] payload) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload);
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
