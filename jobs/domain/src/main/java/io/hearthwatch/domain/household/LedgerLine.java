package io.hearthwatch.domain.household;

import java.util.Objects;

/**
 * The surviving version of one event, as the ledger keeps it: about 18 bytes, read lazily, because
 * most lines of most households are only carried from one blob to the next.
 *
 * <p>Layout behind the id and the day: type (1 byte, the highest bit set in a tombstone), flags (1
 * byte, source in its upper half), then as flagged revision, person, region, helping region, then a
 * bit mask of the fields that are not 0 and those fields, each a variable-length integer. Texts are
 * indexes of the profile's dictionary. {@code docs/state.md} has the table.
 */
public final class LedgerLine {

  private static final int VOIDED = 0x80;
  private static final int HAS_REVISION = 1;
  private static final int HAS_PERSON = 2;
  private static final int HAS_REGION = 4;
  private static final int HAS_HELPING_REGION = 8;
  private static final int SOURCE_SHIFT = 4;
  private static final int SOURCE_ESCAPE = 15;

  /** Start of a line that was not read from a blob. */
  private static final int NOWHERE = -1;

  private final long id;
  private final int day;
  private final byte[] bytes;
  private final int start;
  private final int offset;
  private final int end;
  private final Dictionary dictionary;

  private final EventType type;
  private final String personId;
  private final int bodyOffset;
  private EventBody body;

  private LedgerLine(long id, int day, byte[] bytes, int start, int offset, Dictionary dictionary) {
    this.id = id;
    this.day = day;
    this.bytes = bytes;
    this.start = start;
    this.offset = offset;
    this.dictionary = dictionary;

    ByteReader in = new ByteReader(bytes, offset);
    type = EventType.ofCode(in.octet() & ~VOIDED);
    int flags = in.octet();
    in.skipVarints(beforePerson(flags));
    personId = (flags & HAS_PERSON) == 0 ? null : dictionary.text((int) in.varint());
    in.skipVarints(Integer.bitCount(flags & (HAS_REGION | HAS_HELPING_REGION)));
    bodyOffset = in.position();
    if (!voided()) {
      long mask = in.varint();
      in.skipVarints(Long.bitCount(mask));
    }
    end = in.position();
  }

  private static int beforePerson(int flags) {
    return (flags >> SOURCE_SHIFT == SOURCE_ESCAPE ? 1 : 0) + (flags & HAS_REVISION);
  }

  static LedgerLine of(HouseholdEvent event, Dictionary dictionary) {
    return pack(
        ledgerId(event.eventId()),
        event.occurredOn(),
        event.type(),
        event.revision(),
        event.source(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.kind() == EventKind.VOID ? null : event.body(),
        dictionary);
  }

  /** The same line over a fresh dictionary, so that texts nobody uses any more are dropped. */
  LedgerLine over(Dictionary fresh) {
    EventBody content = voided() ? null : body();
    return pack(
        id, day, type, revision(), source(), personId, region(), helpingRegion(), content, fresh);
  }

  private static LedgerLine pack(
      long id,
      int day,
      EventType type,
      int revision,
      String source,
      String personId,
      String region,
      String helpingRegion,
      EventBody body,
      Dictionary dictionary) {
    int regionIndex = dictionary.index(region);
    int sourceIndex = dictionary.index(source);
    ByteWriter out = new ByteWriter(32);
    out.octet(type.code() | (body == null ? VOIDED : 0));
    out.octet(
        (revision == 0 ? 0 : HAS_REVISION)
            | (personId == null ? 0 : HAS_PERSON)
            | (regionIndex == 0 ? 0 : HAS_REGION)
            | (helpingRegion == null ? 0 : HAS_HELPING_REGION)
            | Math.min(sourceIndex, SOURCE_ESCAPE) << SOURCE_SHIFT);
    if (sourceIndex >= SOURCE_ESCAPE) {
      out.varint(sourceIndex);
    }
    if (revision != 0) {
      out.varint(revision);
    }
    if (personId != null) {
      out.varint(dictionary.index(personId));
    }
    if (regionIndex != 0) {
      out.varint(regionIndex);
    }
    if (helpingRegion != null) {
      out.varint(dictionary.index(helpingRegion));
    }
    if (body != null) {
      BodyPacker packer = new BodyPacker(dictionary, day);
      body.write(packer);
      packer.writeTo(out);
    }
    return new LedgerLine(id, day, out.toBytes(), NOWHERE, 0, dictionary);
  }

  /** The part of an event id that the ledger keeps. */
  static long ledgerId(EventId eventId) {
    return eventId.high();
  }

  /**
   * Reads one line of a blob.
   *
   * @param start where its id begins
   * @param in behind its day
   */
  static LedgerLine read(
      long id, int day, byte[] bytes, int start, ByteReader in, Dictionary dictionary) {
    LedgerLine line = new LedgerLine(id, day, bytes, start, in.position(), dictionary);
    in.skip(line.end - line.offset);
    return line;
  }

  /** Writes what stands behind its id and its day. */
  void write(ByteWriter out) {
    out.copy(bytes, offset, end - offset);
  }

  /** Whether this line stands right behind the other one in the blob from which both were read. */
  boolean follows(LedgerLine other) {
    return bytes == other.bytes && start == other.end;
  }

  /** Writes the lines that follow this one in its blob, through the last, as they stand there. */
  void writeFollowing(LedgerLine last, ByteWriter out) {
    out.copy(bytes, end, last.end - end);
  }

  /** First 8 bytes of the event id. */
  public long id() {
    return id;
  }

  /** Epoch day on which it occurred. */
  public int day() {
    return day;
  }

  public EventType type() {
    return type;
  }

  /** Whether the surviving version took the event back. */
  public boolean voided() {
    return bytes[offset] < 0;
  }

  public int revision() {
    int flags = flags();
    return (flags & HAS_REVISION) == 0 ? 0 : (int) header(beforePerson(flags) - 1).varint();
  }

  public String source() {
    int index = flags() >> SOURCE_SHIFT;
    return dictionary.text(index == SOURCE_ESCAPE ? (int) header(0).varint() : index);
  }

  /** The member concerned, or null. */
  public String personId() {
    return personId;
  }

  public String region() {
    int flags = flags();
    int before = beforePerson(flags) + Integer.bitCount(flags & HAS_PERSON);
    return dictionary.text((flags & HAS_REGION) == 0 ? 0 : (int) header(before).varint());
  }

  /** The region that helps, or null. */
  public String helpingRegion() {
    int flags = flags();
    int before = beforePerson(flags) + Integer.bitCount(flags & (HAS_PERSON | HAS_REGION));
    return (flags & HAS_HELPING_REGION) == 0
        ? null
        : dictionary.text((int) header(before).varint());
  }

  private int flags() {
    return bytes[offset + 1] & 0xFF;
  }

  /** Behind type, flags and some of the numbers that the flags announce. */
  private ByteReader header(int numbers) {
    ByteReader in = new ByteReader(bytes, offset + 2);
    in.skipVarints(numbers);
    return in;
  }

  /** What happened; throws IllegalStateException in a tombstone. */
  public EventBody body() {
    if (voided()) {
      throw new IllegalStateException("a tombstone has no body");
    }
    if (body == null) {
      body = type.read(new BodyUnpacker(bytes, bodyOffset, dictionary, day));
    }
    return body;
  }

  /** Whether the identity that no version may change is the same. */
  boolean sameIdentity(LedgerLine other) {
    return source().equals(other.source()) && Objects.equals(personId, other.personId);
  }

  /**
   * Whether this version survives the other one of the same event: the higher revision, then VOID,
   * then the greater content hash. Between two VOIDs of one revision only the day of ageing can
   * differ: the later stays.
   */
  boolean survives(LedgerLine other) {
    if (revision() != other.revision()) {
      return revision() > other.revision();
    }
    if (voided() != other.voided()) {
      return voided();
    }
    if (voided()) {
      return day != other.day ? day > other.day : type.code() > other.type.code();
    }
    return ContentHash.compare(canonicalText(), other.canonicalText()) > 0;
  }

  private String canonicalText() {
    return ContentHash.canonicalText(day, region(), helpingRegion(), body());
  }
}
