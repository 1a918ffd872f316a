package io.hearthwatch.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/** The broker of the embedded stack, in a JVM of its own, with its settings, in a fresh folder. */
final class BenchBroker implements AutoCloseable {

  private final Process process;
  private final String address;

  private BenchBroker(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it.
   *
   * @param home folder of the repository, built
   * @param folder where its data goes
   */
  static BenchBroker start(Path home, Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int port = freePort();
    int controller = freePort();
    Path config = folder.resolve("broker.properties");
    Files.writeString(
        config,
        Files.readString(home.resolve("stack/conf/broker.properties"))
            + "\nlisteners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(port, controller)
            + "\ncontroller.quorum.voters=1@127.0.0.1:%d".formatted(controller)
            + "\nlog.dirs=%s\n".formatted(folder.resolve("data")));
    Process format =
        java(
            home,
            folder.resolve("format.out"),
            "-Xmx256m",
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            config.toString());
    if (format.waitFor() != 0) {
      throw new IOException("the broker's folder could not be formatted: see " + folder);
    }
    Process broker =
        java(home, folder.resolve("broker.out"), "-Xmx1g", "kafka.Kafka", config.toString());
    Runtime.getRuntime().addShutdownHook(new Thread(broker::destroyForcibly));
    return new BenchBroker(broker, "127.0.0.1:" + port);
  }

  String address() {
    return address;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static Process java(Path home, Path out, String... arguments) throws IOException {
    Path part = home.resolve("stack/parts/broker/target").toAbsolutePath();
    String classPath =
        Arrays.stream(Files.readString(part.resolve("classpath")).trim().split(":"))
            .map(jar -> part.resolve(jar).toString())
            .collect(Collectors.joining(":"));
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
    command.add(classPath);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
