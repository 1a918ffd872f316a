package io.hearthwatch.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A port that a part is about to take, for what, and the option that chooses another one. */
record PortClaim(int port, String purpose, String option) {

  /** Fails when two want the same, or somebody else has one. */
  static void check(List<PortClaim> claims) {
    Map<Integer, PortClaim> byPort = new HashMap<>();
    for (PortClaim claim : claims) {
      PortClaim other = byPort.putIfAbsent(claim.port, claim);
      if (other != null) {
        throw new StackFailure(
            "Port %d is wanted twice, for %s and for %s; choose others with %s or %s."
                .formatted(claim.port, other.purpose, claim.purpose, other.option, claim.option));
      }
      claim.check();
    }
  }

  /** Fails when somebody else has the port: better here, in one line, than in a part's log. */
  void check() {
    try (ServerSocket socket = new ServerSocket()) {
      // As the parts do: connections of an earlier run that are still closing are no hindrance.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StackFailure(
          "Port "
              + port
              + " ("
              + purpose
              + ") is in use by another program; stop that, or choose another port with "
              + option
              + ".",
          e);
    }
  }
}
