package io.hearthwatch.stack.mapping;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes of events in the temporary files of a sort; read back by the same run only. */
final class SpillCodec {

  private static final EventKind[] KINDS = EventKind.values();

  private SpillCodec() {}

  static void write(DataOutputStream out, HouseholdEvent event) throws IOException {
    Writer writer = new Writer(out);
    out.writeLong(event.eventId().high());
    out.writeLong(event.eventId().low());
    out.writeByte(event.kind().ordinal());
    out.writeInt(event.revision());
    out.writeUTF(event.source());
    out.writeUTF(event.householdId());
    writer.optionalText("personId", event.personId());
    out.writeUTF(event.registeredRegion());
    writer.optionalText("helpingRegion", event.helpingRegion());
    out.writeInt(event.occurredOn());
    out.writeLong(event.reportedAt());
    out.writeByte(event.type().code());
    event.body().write(writer);
  }

  static HouseholdEvent read(DataInputStream in) throws IOException {
    Reader reader = new Reader(in);
    return new HouseholdEvent(
        new EventId(in.readLong(), in.readLong()),
        KINDS[in.readByte()],
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        reader.optionalText(),
        in.readUTF(),
        reader.optionalText(),
        in.readInt(),
        in.readLong(),
        EventType.ofCode(in.readByte()).read(reader));
  }

  private interface Step {
    void run() throws IOException;
  }

  private interface Read<T> {
    T run() throws IOException;
  }

  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T uncheckedRead(Read<T> read) {
    try {
      return read.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Writer(DataOutputStream out) implements FieldWriter {

    @Override
    public void number(String name, long value) {
      unchecked(() -> out.writeLong(value));
    }

    @Override
    public void month(String name, Month value) {
      unchecked(() -> out.writeInt(value.index()));
    }

    @Override
    public void flag(String name, boolean value) {
      unchecked(() -> out.writeBoolean(value));
    }

    @Override
    public void text(String name, String value) {
      unchecked(() -> out.writeUTF(value));
    }

    @Override
    public void optionalText(String name, String value) {
      flag(name, value != null);
      if (value != null) {
        text(name, value);
      }
    }

    @Override
    public void optionalDay(String name, Integer value) {
      flag(name, value != null);
      if (value != null) {
        number(name, value);
      }
    }
  }

  private record Reader(DataInputStream in) implements FieldReader {

    @Override
    public long number() {
      return uncheckedRead(in::readLong);
    }

    @Override
    public Month month() {
      return new Month(uncheckedRead(in::readInt));
    }

    @Override
    public boolean flag() {
      return uncheckedRead(in::readBoolean);
    }

    @Override
    public String text() {
      return uncheckedRead(in::readUTF);
    }

    @Override
    public String optionalText() {
      return flag() ? text() : null;
    }

    @Override
    public Integer optionalDay() {
      return flag() ? (Integer) (int) number() : null;
    }
  }
}
