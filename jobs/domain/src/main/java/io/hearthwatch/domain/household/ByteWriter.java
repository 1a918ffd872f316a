package io.hearthwatch.domain.household;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes with variable-length integers (7 bits a byte, least first). */
public final class ByteWriter {

  private byte[] bytes;
  private int length;

  public ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  public void octet(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /** A non-negative number takes 1 byte below 128, 2 below 16,384 and so on; a negative one 10. */
  public void varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number of either sign, small where its magnitude is small. */
  public void signed(long value) {
    varint(zigzag(value));
  }

  public void fixed64(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  public void utf8(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    copy(utf8, 0, utf8.length);
  }

  public void copy(byte[] from, int offset, int count) {
    room(count);
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
