package io.hearthwatch.io.tables;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.flink.connector.jdbc.datasource.connections.JdbcConnectionProvider;
import org.postgresql.Driver;

/**
 * Connections of a job to PostgreSQL.
 *
 * <p>Asks the driver itself and takes it out of the JVM's list of drivers: that list would hold the
 * job's class loader after each restart, and a long outage means many restarts.
 */
public final class PostgresConnections implements JdbcConnectionProvider {

  @Serial private static final long serialVersionUID = 1L;

  private static final int VALID_WITHIN_SECONDS = 5;

  private final String jdbcUrl;
  private final Properties properties;
  private transient Connection connection;

  /**
   * Connections to a database.
   *
   * @param jdbcUrl with the user and, where one is needed, the password
   */
  public PostgresConnections(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
    properties = new Properties();
    properties.setProperty("ApplicationName", "hearthwatch-tables");
    properties.setProperty("connectTimeout", "10");
    // A server that vanished without a word must become a failure, and so a restart.
    properties.setProperty("socketTimeout", "60");
    properties.setProperty("tcpKeepAlive", "true");
    // Otherwise the message of a failed batch quotes the row: households in the log.
    properties.setProperty("logServerErrorDetail", "false");
  }

  @Override
  public Properties getProperties() {
    return properties;
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public boolean isConnectionValid() throws SQLException {
    return connection != null && connection.isValid(VALID_WITHIN_SECONDS);
  }

  @Override
  public Connection getOrEstablishConnection() throws SQLException {
    if (!isConnectionValid()) {
      closeConnection();
      connection = connect();
    }
    return connection;
  }

  @Override
  public Connection reestablishConnection() throws SQLException {
    closeConnection();
    return getOrEstablishConnection();
  }

  @Override
  public void closeConnection() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // It was broken already, which is why it is closed.
      } finally {
        connection = null;
      }
    }
  }

  private Connection connect() throws SQLException {
    Driver driver = new Driver();
    forgetJobsDriver();
    Connection opened = driver.connect(jdbcUrl, properties);
    if (opened == null) {
      throw new SQLException("the URL is not of the form jdbc:postgresql://HOST:PORT/DATABASE");
    }
    return opened;
  }

  /** Only a driver of a job's own class loader: one of the application is there to stay. */
  private static synchronized void forgetJobsDriver() throws SQLException {
    boolean ofJob = Driver.class.getClassLoader() != ClassLoader.getSystemClassLoader();
    if (ofJob && Driver.isRegistered()) {
      Driver.deregister();
    }
  }
}
