package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortClaimTest {

  @Test
  void saysWhichPortIsTakenAndWhichOptionChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      PortClaim claim = new PortClaim(taken.getLocalPort(), "Kafka broker", "--kafka-port");
      assertThatThrownBy(claim::check)
          .isInstanceOf(StackFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " (Kafka broker)")
          .hasMessageContaining("--kafka-port");
    }
  }

  @Test
  void passesAFreePort() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatCode(new PortClaim(port, "Kafka broker", "--kafka-port")::check)
        .doesNotThrowAnyException();
  }
}
