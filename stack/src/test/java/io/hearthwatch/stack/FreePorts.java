package io.hearthwatch.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Ports for a stack beside whatever else runs on the machine. */
public final class FreePorts {
  private static final int LOWEST = 12_000;

  /** Linux gives away ports from 32768 on. */
  private static final int HIGHEST = 32_000;

  private FreePorts() {}

  /** Settings of a small stack. */
  static StackSettings settings() throws IOException {
    List<Integer> ports = pairs(3);
    return new StackSettings(
        ports.get(0),
        ports.get(1),
        ports.get(2),
        1,
        Optional.empty(),
        Optional.of("512m"),
        Optional.of("256m"),
        Mode.LIVE,
        Delivery.EXACTLY_ONCE);
  }

  /**
   * Ports of which the next is free too, as broker and web UI want it, below those that systems
   * give away themselves: one that is free now would be given to a connection before a server comes
   * to take it. All are held until the last is found, else one could be found twice.
   */
  public static List<Integer> pairs(int count) throws IOException {
    Random random = new Random();
    List<Integer> ports = new ArrayList<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (ports.size() < count) {
        int port = LOWEST + 2 * random.nextInt((HIGHEST - LOWEST) / 2);
        try {
          hold(port, held);
          hold(port + 1, held);
          ports.add(port);
        } catch (IOException e) {
          // One of them is taken; another pair.
        }
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return ports;
  }

  private static ServerSocket hold(int port, List<ServerSocket> held) throws IOException {
    ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket;
  }
}
