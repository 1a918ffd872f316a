package io.hearthwatch.io.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro single-object encoding of one contract: two marker bytes, the fingerprint of the writer's
 * schema, the record. Reads every released version.
 *
 * @param <T> generated record
 */
public final class SingleObject<T extends SpecificRecord> {

  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  /** For one generated record; not safe for several threads. */
  public SingleObject(Class<T> record) {
    SpecificData data = SpecificData.getForClass(record);
    org.apache.avro.Schema schema = data.getSchema(record);
    encoder = new BinaryMessageEncoder<>(data, schema);
    decoder = new BinaryMessageDecoder<>(data, schema, Contracts.store(record.getSimpleName()));
  }

  public byte[] encode(T record) {
    try {
      ByteBuffer encoded = encoder.encode(record);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decodes. Whatever the bytes are, there is no other way for it to fail than these.
   *
   * @param bytes may be null, as the value of a tombstone is
   * @throws BadHeaderException where they are no Avro single object
   * @throws MissingSchemaException where no schema has their fingerprint
   * @throws IOException where they break their schema; its message repeats nothing of them
   */
  public T decode(byte[] bytes) throws IOException {
    if (bytes == null) {
      throw new IOException("no value");
    }
    try {
      return decoder.decode(bytes);
    } catch (BadHeaderException | MissingSchemaException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IOException("breaks its schema: " + e.getClass().getSimpleName(), e);
    } catch (OutOfMemoryError e) {
      // A length that is a lie asks for one array larger than the heap; nothing was allocated.
      throw new IOException("breaks its schema: a length beyond the heap", e);
    }
  }
}
