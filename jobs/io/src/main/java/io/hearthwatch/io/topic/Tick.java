package io.hearthwatch.io.topic;

import java.nio.ByteBuffer;

/**
 * A record of the topic {@code clock}. It is empty, and its time is the broker's timestamp; or it
 * holds 8 bytes, the epoch milliseconds of a simulation that has a time of its own.
 */
public final class Tick {

  private Tick() {}

  /** The value of a tick that takes its time from the broker. */
  public static byte[] now() {
    return new byte[0];
  }

  /** The value of a tick of a simulation. */
  public static byte[] at(long epochMs) {
    return ByteBuffer.allocate(Long.BYTES).putLong(epochMs).array();
  }

  /** What time a tick says, in epoch milliseconds. */
  public static long epochMs(byte[] value, long appendedAt) {
    return value != null && value.length == Long.BYTES
        ? ByteBuffer.wrap(value).getLong()
        : appendedAt;
  }
}
