package io.hearthwatch.io.tables;

import io.hearthwatch.io.tables.UnreadableException.Reason;
import java.io.IOException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads Avro single objects of one contract: two marker bytes, the fingerprint of the writer's
 * schema, the record. All that this package knows of Avro's encoding is here.
 *
 * @param <T> generated record
 */
public final class SingleObjectReader<T extends SpecificRecord> {

  private final BinaryMessageDecoder<T> decoder;

  /**
   * For one generated record; not safe for several threads.
   *
   * @param store finds the schemas of older writers; the newest is known anyway
   */
  public SingleObjectReader(Class<T> record, SchemaStore store) {
    SpecificData data = SpecificData.getForClass(record);
    decoder = new BinaryMessageDecoder<>(data, data.getSchema(record), store);
  }

  /** The record in the bytes. */
  public T read(byte[] bytes) throws UnreadableException {
    if (bytes == null) {
      throw new UnreadableException(Reason.GARBAGE, "no value");
    }
    try {
      return decoder.decode(bytes);
    } catch (BadHeaderException e) {
      throw new UnreadableException(Reason.GARBAGE, "no Avro single object");
    } catch (MissingSchemaException e) {
      throw new UnreadableException(Reason.UNKNOWN_SCHEMA, "no schema with its fingerprint");
    } catch (IOException | RuntimeException e) {
      // The message of the cause may quote the record.
      throw new UnreadableException(
          Reason.GARBAGE, "breaks its schema: " + e.getClass().getSimpleName());
    } catch (OutOfMemoryError e) {
      // A length that is a lie asks for one array larger than the heap; nothing was allocated.
      throw new UnreadableException(Reason.GARBAGE, "breaks its schema: a length beyond the heap");
    }
  }
}
