package io.hearthwatch.io.event;

import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Month;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;

/** Writes the fields of a body as Avro does. */
final class AvroFieldWriter implements FieldWriter {

  private final BinaryEncoder encoder;

  AvroFieldWriter(BinaryEncoder encoder) {
    this.encoder = encoder;
  }

  @Override
  public void number(String name, long value) {
    try {
      encoder.writeLong(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void month(String name, Month value) {
    number(name, value.number());
  }

  @Override
  public void flag(String name, boolean value) {
    try {
      encoder.writeBoolean(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void text(String name, String value) {
    try {
      encoder.writeString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void optionalText(String name, String value) {
    number(name, value == null ? 0 : 1);
    if (value != null) {
      text(name, value);
    }
  }

  @Override
  public void optionalDay(String name, Integer value) {
    number(name, value == null ? 0 : 1);
    if (value != null) {
      number(name, value);
    }
  }
}
