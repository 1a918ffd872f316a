package io.hearthwatch.io.tables;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.tables.UnreadableException.Reason;
import java.io.IOException;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads records of one contract and says, where that is not possible, in which of a few ways.
 *
 * @param <T> generated record
 */
final class SingleObjectReader<T extends SpecificRecord> {

  private final SingleObject<T> codec;

  /** For one generated record, of every released version; not safe for several threads. */
  SingleObjectReader(Class<T> record) {
    codec = new SingleObject<>(record);
  }

  /** The record in the bytes. */
  T read(byte[] bytes) throws UnreadableException {
    try {
      return codec.decode(bytes);
    } catch (BadHeaderException e) {
      throw new UnreadableException(Reason.GARBAGE, "no Avro single object");
    } catch (MissingSchemaException e) {
      throw new UnreadableException(Reason.UNKNOWN_SCHEMA, "no schema with its fingerprint");
    } catch (IOException e) {
      throw new UnreadableException(Reason.GARBAGE, e.getMessage());
    }
  }
}
