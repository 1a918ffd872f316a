package io.hearthwatch.io.event;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.io.contract.SingleObject;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.MissingSchemaException;

/**
 * Events between the domain and Avro single-object bytes. The newest contract is read and written
 * by hand, field by field, because this runs for every event; older ones take the way through
 * Avro's schema resolution. A test holds the order of the fields against the contract.
 *
 * <p>Never throws on what it is given: garbage is a refusal. Not safe for several threads.
 */
public final class HouseholdEventCodec {

  /** Largest record that is looked into, bytes. */
  public static final int MAX_RECORD_BYTES = 65_536;

  private static final Schema NEWEST = io.hearthwatch.wire.HouseholdEvent.getClassSchema();
  private static final int HEADER_BYTES = 10;
  private static final byte[] HEADER =
      ByteBuffer.allocate(HEADER_BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .put((byte) 0xC3)
          .put((byte) 0x01)
          .putLong(SchemaNormalization.parsingFingerprint64(NEWEST))
          .array();

  /** The branches of the contract's union, as types of the domain, and back. */
  private static final EventType[] TYPE_BY_BRANCH = branches();

  private static final int[] BRANCH_BY_CODE = new int[Byte.MAX_VALUE];

  static {
    for (int branch = 0; branch < TYPE_BY_BRANCH.length; branch++) {
      BRANCH_BY_CODE[TYPE_BY_BRANCH[branch].code()] = branch;
    }
  }

  private final AvroFieldReader reader = new AvroFieldReader();
  private final ByteBuffer id = ByteBuffer.allocate(16);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
  private BinaryDecoder decoder;
  private BinaryEncoder encoder;
  private SingleObject<io.hearthwatch.wire.HouseholdEvent> olderVersions;

  /** Reads one record. */
  public Decoded decode(byte[] bytes) {
    if (bytes == null || bytes.length < HEADER_BYTES) {
      return Decoded.refused(Refusal.GARBAGE, "shorter than a header");
    }
    if (bytes.length > MAX_RECORD_BYTES) {
      return Decoded.refused(Refusal.TOO_LARGE, "over " + MAX_RECORD_BYTES + " bytes");
    }
    if (bytes[0] != HEADER[0] || bytes[1] != HEADER[1]) {
      return Decoded.refused(Refusal.GARBAGE, "no marker of a single object");
    }
    return hasNewestFingerprint(bytes) ? decodeNewest(bytes) : decodeOlder(bytes);
  }

  /** Writes one event in the newest contract. */
  public byte[] encode(HouseholdEvent event) {
    try {
      out.reset();
      out.write(HEADER);
      encoder = EncoderFactory.get().binaryEncoder(out, encoder);
      write(event, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Decoded decodeNewest(byte[] bytes) {
    try {
      decoder =
          DecoderFactory.get()
              .binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, decoder);
      reader.reset(decoder);
      HouseholdEvent event = read();
      return event == null
          ? Decoded.refused(Refusal.NO_HOUSEHOLD, "householdId is missing")
          : decoder.isEnd()
              ? Decoded.of(event, bytes)
              : Decoded.refused(Refusal.GARBAGE, "bytes behind the record");
    } catch (IllegalArgumentException e) {
      return Decoded.refused(Refusal.BAD_FIELD, e.getMessage());
    } catch (UncheckedIOException | IOException e) {
      return Decoded.refused(
          Refusal.GARBAGE, e.getCause() instanceof EOFException ? "cut off" : "malformed");
    } catch (RuntimeException e) {
      return Decoded.refused(Refusal.GARBAGE, "malformed: " + e.getClass().getSimpleName());
    }
  }

  private HouseholdEvent read() {
    reader.fixed(id.array(), id.capacity());
    EventId eventId = new EventId(id.getLong(0), id.getLong(8));
    EventKind kind = kind(reader.number());
    int revision = reader.smallNumber("revision");
    String source = reader.text();
    String householdId = reader.text();
    String personId = reader.optionalText();
    String registeredRegion = reader.text();
    String helpingRegion = reader.optionalText();
    int occurredOn = reader.smallNumber("occurredOn");
    long reportedAt = reader.number();
    EventBody body = type(reader.number()).read(reader);
    if (householdId.isBlank()) {
      return null;
    }
    return new HouseholdEvent(
        eventId,
        kind,
        revision,
        source,
        householdId,
        personId,
        registeredRegion,
        helpingRegion,
        occurredOn,
        reportedAt,
        body);
  }

  private void write(HouseholdEvent event, BinaryEncoder to) throws IOException {
    AvroFieldWriter fields = new AvroFieldWriter(to);
    id.putLong(0, event.eventId().high()).putLong(8, event.eventId().low());
    to.writeFixed(id.array());
    to.writeEnum(event.kind().ordinal());
    to.writeInt(event.revision());
    to.writeString(event.source());
    to.writeString(event.householdId());
    fields.optionalText("personId", event.personId());
    to.writeString(event.registeredRegion());
    fields.optionalText("helpingRegion", event.helpingRegion());
    to.writeInt(event.occurredOn());
    to.writeLong(event.reportedAt());
    to.writeIndex(BRANCH_BY_CODE[event.type().code()]);
    event.body().write(fields);
  }

  private Decoded decodeOlder(byte[] bytes) {
    if (olderVersions == null) {
      olderVersions = new SingleObject<>(io.hearthwatch.wire.HouseholdEvent.class);
    }
    try {
      return decodeNewest(olderVersions.encode(olderVersions.decode(bytes)));
    } catch (MissingSchemaException e) {
      return Decoded.refused(Refusal.UNKNOWN_SCHEMA, "no contract has this fingerprint");
    } catch (AvroRuntimeException | IOException | UncheckedIOException e) {
      return Decoded.refused(Refusal.GARBAGE, "malformed: " + e.getClass().getSimpleName());
    }
  }

  private static boolean hasNewestFingerprint(byte[] bytes) {
    for (int i = 2; i < HEADER_BYTES; i++) {
      if (bytes[i] != HEADER[i]) {
        return false;
      }
    }
    return true;
  }

  private static EventKind kind(long index) {
    EventKind[] kinds = EventKind.values();
    if (index < 0 || index >= kinds.length) {
      throw new IllegalArgumentException("kind has no such value");
    }
    return kinds[(int) index];
  }

  private static EventType type(long branch) {
    if (branch < 0 || branch >= TYPE_BY_BRANCH.length) {
      throw new IllegalArgumentException("body has no such branch");
    }
    return TYPE_BY_BRANCH[(int) branch];
  }

  /** A body is called in the contract as its type is here: IncomeReceived, INCOME_RECEIVED. */
  private static EventType[] branches() {
    List<Schema> branches = NEWEST.getField("body").schema().getTypes();
    EventType[] types = new EventType[branches.size()];
    for (int i = 0; i < types.length; i++) {
      String name = branches.get(i).getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
      types[i] = EventType.valueOf(name.toUpperCase(Locale.ROOT));
    }
    return types;
  }
}
