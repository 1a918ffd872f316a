package io.hearthwatch.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
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

  /** One after the other each of them is free. */
  @Test
  void twoCannotWantTheSame() {
    PortClaim controller = new PortClaim(28_081, "KRaft controller", "--kafka-port");
    PortClaim flink = new PortClaim(28_081, "Flink's web UI", "--flink-port");
    assertThatThrownBy(() -> PortClaim.check(List.of(controller, flink)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("Port 28081 is wanted twice")
        .hasMessageContaining("--flink-port");
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
