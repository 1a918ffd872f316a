package io.hearthwatch.domain.household;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole events as compact bytes, for state that must keep every version that was told: a layout
 * number, the texts, then each event, some 50 bytes of it. A new layout gets a new number; old ones
 * are read for ever.
 */
public final class EventBlob {

  private static final int LAYOUT = 1;

  private EventBlob() {}

  /** The bytes of some events, in their order. */
  public static byte[] toBytes(List<HouseholdEvent> events) {
    Dictionary dictionary = new Dictionary();
    ByteWriter lines = new ByteWriter(64 * events.size() + 16);
    lines.varint(events.size());
    for (HouseholdEvent event : events) {
      write(event, dictionary, lines);
    }
    byte[] written = lines.toBytes();
    ByteWriter out = new ByteWriter(written.length + 128);
    out.octet(LAYOUT);
    dictionary.write(out);
    out.copy(written, 0, written.length);
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote, in this or an older layout. */
  public static List<HouseholdEvent> ofBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes, 0);
    int layout = in.octet();
    if (layout != LAYOUT) {
      throw new IllegalStateException("event layout " + layout + " is newer than this program");
    }
    Dictionary dictionary = Dictionary.read(in);
    int count = (int) in.varint();
    List<HouseholdEvent> events = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      events.add(read(bytes, in, dictionary));
    }
    return events;
  }

  private static void write(HouseholdEvent event, Dictionary dictionary, ByteWriter out) {
    out.fixed64(event.eventId().high());
    out.fixed64(event.eventId().low());
    out.octet(event.type().code());
    out.octet(event.kind().ordinal());
    out.varint(event.revision());
    out.varint(dictionary.index(event.source()));
    out.varint(dictionary.index(event.householdId()));
    optional(event.personId(), dictionary, out);
    out.varint(dictionary.index(event.registeredRegion()));
    optional(event.helpingRegion(), dictionary, out);
    out.varint(event.occurredOn() - BodyPacker.DAY_ORIGIN);
    out.signed(event.reportedAt());
    BodyPacker packer = new BodyPacker(dictionary, event.occurredOn());
    event.body().write(packer);
    packer.writeTo(out);
  }

  private static HouseholdEvent read(byte[] bytes, ByteReader in, Dictionary dictionary) {
    EventId id = new EventId(in.fixed64(), in.fixed64());
    EventType type = EventType.ofCode(in.octet());
    EventKind kind = EventKind.values()[in.octet()];
    int revision = (int) in.varint();
    String source = dictionary.text((int) in.varint());
    String household = dictionary.text((int) in.varint());
    String person = optional(in, dictionary);
    String region = dictionary.text((int) in.varint());
    String helping = optional(in, dictionary);
    int day = (int) in.varint() + BodyPacker.DAY_ORIGIN;
    long reportedAt = in.signed();
    BodyUnpacker body = new BodyUnpacker(bytes, in.position(), dictionary, day);
    EventBody content = type.read(body);
    in.skip(body.position() - in.position());
    return new HouseholdEvent(
        id, kind, revision, source, household, person, region, helping, day, reportedAt, content);
  }

  private static void optional(String text, Dictionary dictionary, ByteWriter out) {
    out.varint(text == null ? 0 : dictionary.index(text) + 1L);
  }

  private static String optional(ByteReader in, Dictionary dictionary) {
    int index = (int) in.varint();
    return index == 0 ? null : dictionary.text(index - 1);
  }
}
