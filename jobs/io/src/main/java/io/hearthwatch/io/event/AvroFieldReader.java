package io.hearthwatch.io.event;

import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;

/**
 * Reads the fields of a body as Avro wrote them: in order, an optional one as a union with null.
 */
final class AvroFieldReader implements FieldReader {

  /** Four bytes a character at most, for the longest text that may enter, and some to spare. */
  private static final int MAX_TEXT_BYTES = 1024;

  private final byte[] buffer = new byte[MAX_TEXT_BYTES];
  private final RecentTexts recent = new RecentTexts();
  private BinaryDecoder decoder;

  void reset(BinaryDecoder next) {
    decoder = next;
  }

  @Override
  public long number() {
    try {
      return decoder.readLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int smallNumber(String field) {
    long value = number();
    if (value != (int) value) {
      throw new IllegalArgumentException(field + " is out of range");
    }
    return (int) value;
  }

  @Override
  public Month month() {
    return Month.ofNumber(number());
  }

  @Override
  public boolean flag() {
    try {
      return decoder.readBoolean();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The length is checked before anything is allocated for it. */
  @Override
  public String text() {
    long length = number();
    if (length < 0 || length > MAX_TEXT_BYTES) {
      throw new IllegalArgumentException("a text is too long");
    }
    fixed(buffer, (int) length);
    return recent.text(buffer, (int) length);
  }

  @Override
  public String optionalText() {
    return absent() ? null : text();
  }

  @Override
  public Integer optionalDay() {
    if (absent()) {
      return null;
    }
    int day = smallNumber("a day");
    // An empty date of a spreadsheet, as a rule. Days far ahead are meant: 9999-12-31 is for ever.
    if (day < HouseholdEvent.EARLIEST_DAY) {
      throw new IllegalArgumentException("a day is before 1900");
    }
    return day;
  }

  void fixed(byte[] into, int length) {
    try {
      decoder.readFixed(into, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean absent() {
    long branch = number();
    if (branch != 0 && branch != 1) {
      throw new IllegalArgumentException("an optional field has no such branch");
    }
    return branch == 0;
  }

  /** Codes and regions come again and again: the last text of each hash is kept and compared. */
  private static final class RecentTexts {
    private static final int SLOTS = 1024;
    private final byte[][] bytes = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    String text(byte[] from, int length) {
      int hash = length;
      for (int i = 0; i < length; i++) {
        hash = hash * 31 + from[i];
      }
      int slot = (hash ^ hash >>> 16) & SLOTS - 1;
      byte[] known = bytes[slot];
      if (known != null && Arrays.equals(known, 0, known.length, from, 0, length)) {
        return texts[slot];
      }
      String text = new String(from, 0, length, StandardCharsets.UTF_8);
      bytes[slot] = Arrays.copyOf(from, length);
      texts[slot] = text;
      return text;
    }
  }
}
