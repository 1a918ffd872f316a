package io.hearthwatch.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Settings of a small stack beside whatever else runs on the machine. */
final class FreePorts {
  private FreePorts() {}

  /** Broker and web UI also take the next port. */
  static StackSettings settings() throws IOException {
    int kafka = freePair();
    int flink = freePair();
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new StackSettings(
          kafka,
          socket.getLocalPort(),
          flink,
          1,
          Optional.empty(),
          Optional.of("512m"),
          Optional.of("256m"),
          Mode.LIVE);
    }
  }

  private static int freePair() throws IOException {
    while (true) {
      try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
          ServerSocket second =
              new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
        return second.getLocalPort() - 1;
      } catch (IOException e) {
        // The next one is taken; another pair.
      }
    }
  }
}
