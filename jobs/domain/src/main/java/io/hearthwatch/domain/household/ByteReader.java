package io.hearthwatch.domain.household;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteWriter} wrote. */
public class ByteReader {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private int position;

  public ByteReader(byte[] bytes, int position) {
    this.bytes = bytes;
    this.position = position;
  }

  public int position() {
    return position;
  }

  public int octet() {
    return bytes[position++] & 0xFF;
  }

  public long varint() {
    byte first = bytes[position++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7F;
    for (int shift = 7; ; shift += 7) {
      byte next = bytes[position++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public long signed() {
    return unzigzag(varint());
  }

  public long fixed64() {
    long value = (long) LONG.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  public String utf8() {
    int count = (int) varint();
    String text = new String(bytes, position, count, StandardCharsets.UTF_8);
    position += count;
    return text;
  }

  public void skip(int count) {
    position += count;
  }

  public void skipVarints(int count) {
    for (int left = count; left > 0; ) {
      if (bytes[position++] >= 0) {
        left--;
      }
    }
  }

  static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }
}
