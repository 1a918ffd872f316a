package io.hearthwatch.stack;

import java.net.URI;

/**
 * Where the parts of a running stack answer.
 *
 * @param bootstrapServers the broker, as Kafka clients want it
 * @param flinkRest Flink's REST interface, which is also its web UI
 * @param jdbcUrl the database, user included; it asks for no password on loopback
 */
public record StackAddresses(String bootstrapServers, URI flinkRest, String jdbcUrl) {

  static StackAddresses onLoopback(int kafkaPort, int postgresPort, int flinkPort) {
    return new StackAddresses(
        "127.0.0.1:" + kafkaPort,
        URI.create("http://127.0.0.1:" + flinkPort),
        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/hearthwatch?user=postgres");
  }

  /** The addresses of the stack in these folders; fails with what to do when there is none. */
  public static StackAddresses read(StackDirs dirs) {
    return StackSettings.read(dirs)
        .orElseThrow(
            () ->
                new StackFailure("There is no stack in " + dirs.root() + "; run `hearthwatch up`."))
        .addresses();
  }
}
