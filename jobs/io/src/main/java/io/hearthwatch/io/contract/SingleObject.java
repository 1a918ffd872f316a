package io.hearthwatch.io.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
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

  /** Decodes; throws an AvroRuntimeException or IOException where the bytes are not of it. */
  public T decode(byte[] bytes) throws IOException {
    return decoder.decode(bytes);
  }
}
