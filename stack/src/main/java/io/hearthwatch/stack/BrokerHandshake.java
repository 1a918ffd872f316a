package io.hearthwatch.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a broker for its API versions, the first exchange of every Kafka client, without a Kafka
 * client: to make one takes half a second, which is too much for somebody who only wants to see the
 * status.
 */
final class BrokerHandshake {
  private static final int TIMEOUT_MS = 2000;
  private static final short API_VERSIONS = 18;
  private static final short VERSION = 0;
  private static final int CORRELATION = 2026;
  private static final byte[] CLIENT = "hearthwatch".getBytes(StandardCharsets.US_ASCII);

  private BrokerHandshake() {}

  static void check(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(2 + 2 + 4 + 2 + CLIENT.length);
      out.writeShort(API_VERSIONS);
      out.writeShort(VERSION);
      out.writeInt(CORRELATION);
      out.writeShort(CLIENT.length);
      out.write(CLIENT);
      out.flush();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      int length = in.readInt();
      int correlation = in.readInt();
      short error = in.readShort();
      if (length < 6 || correlation != CORRELATION || error != 0) {
        throw new IOException("the answer is not that of a Kafka broker");
      }
    }
  }
}
