package io.hearthwatch.stack;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** PostgreSQL, hosted by a small JVM that starts and stops the server. */
final class PostgresPart {
  static final String NAME = "postgres";

  private PostgresPart() {}

  static Part of(Home home, StackDirs dirs, StackSettings settings) {
    String url = settings.addresses().jdbcUrl();
    return new Part(
        NAME,
        "127.0.0.1:" + settings.postgresPort(),
        List.of(new PortClaim(settings.postgresPort(), "PostgreSQL", "--postgres-port")),
        Part.Preparation.NONE,
        () -> PostgresServer.in(dirs).stop(),
        JavaCommand.of(
                home,
                dirs,
                NAME,
                home.classPath("postgres"),
                // Unpacking the server takes 100 MB once; hosting it takes next to nothing.
                List.of("-Xms8m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                "io.hearthwatch.stack.postgres.PostgresHost")
            .with(dirs.postgres().toString(), Integer.toString(settings.postgresPort())),
        false,
        () -> check(url),
        Duration.ofSeconds(20));
  }

  private static void check(String url) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "2");
    try (Connection connection = new Driver().connect(url, properties);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
    }
  }
}
