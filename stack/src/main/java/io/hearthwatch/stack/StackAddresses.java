package io.hearthwatch.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/**
 * Where the parts of a running stack answer.
 *
 * @param bootstrapServers the broker, as Kafka clients want it
 * @param flinkRest Flink's REST interface, which is also its web UI
 * @param jdbcUrl the database, user included; it asks for no password on loopback
 */
public record StackAddresses(String bootstrapServers, URI flinkRest, String jdbcUrl) {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int CONNECT_MS = 500;

  static StackAddresses onLoopback(int kafkaPort, int postgresPort, int flinkPort) {
    return new StackAddresses(
        LOOPBACK + ":" + kafkaPort,
        URI.create("http://127.0.0.1:" + flinkPort),
        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/hearthwatch?user=postgres");
  }

  /**
   * The addresses of the stack in these folders; fails with what to do when there is none. Docker
   * compose has no such folders and publishes the default ports: where none was ever started in the
   * default folder and something answers there, that is the stack, and it is said so.
   */
  public static StackAddresses read(StackDirs dirs) {
    return StackSettings.read(dirs)
        .map(StackSettings::addresses)
        .or(() -> dirs.areDefault() ? published() : Optional.empty())
        .orElseThrow(
            () ->
                new StackFailure(
                    "There is no stack in " + dirs.root() + "; run `hearthwatch up`."));
  }

  private static Optional<StackAddresses> published() {
    StackSettings defaults = StackSettings.DEFAULTS;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, defaults.kafkaPort()), CONNECT_MS);
    } catch (IOException e) {
      return Optional.empty();
    }
    StackAddresses at = defaults.addresses();
    System.err.println(
        "hearthwatch: no stack of this folder; going on with what answers at "
            + at.bootstrapServers());
    return Optional.of(at);
  }
}
