package io.hearthwatch.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Requests to Flink and their JSON answers. Uses the JDK's old connection because it is there in 20
 * ms where the new client takes 230, a good part of what a short command may take; only PATCH is
 * beyond the old one.
 */
final class FlinkHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECT_MS = 2000;
  private static final String BOUNDARY = "hearthwatch-job-jar";

  private final URI base;

  FlinkHttp(URI base) {
    this.base = base;
  }

  /** Flink answered, with an error. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  JsonNode get(String path, Duration timeout) throws IOException {
    return answer(open(path, "GET", timeout));
  }

  JsonNode delete(String path, Duration timeout) throws IOException {
    return answer(open(path, "DELETE", timeout));
  }

  JsonNode post(String path, JsonNode body, Duration timeout) throws IOException {
    HttpURLConnection connection = open(path, "POST", timeout);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream out = connection.getOutputStream()) {
      out.write(JSON.writeValueAsBytes(body));
    }
    return answer(connection);
  }

  /** Sends a jar as a browser sends a file of a form. */
  JsonNode postJar(String path, Path jar, Duration timeout) throws IOException {
    byte[] head =
        ("--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName()
                + "\"\r\nContent-Type: application/java-archive\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    HttpURLConnection connection = open(path, "POST", timeout);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(head.length + Files.size(jar) + foot.length);
    connection.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(head);
      Files.copy(jar, out);
      out.write(foot);
    }
    return answer(connection);
  }

  void patch(String path, Duration timeout) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .method("PATCH", BodyPublishers.noBody())
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= 400) {
      throw new Refused(reason(JSON.readTree(answer.body())));
    }
  }

  private HttpURLConnection open(String path, String method, Duration timeout) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout((int) timeout.toMillis());
    return connection;
  }

  private static JsonNode answer(HttpURLConnection connection) throws IOException {
    boolean refused = connection.getResponseCode() >= 400;
    try (InputStream body = refused ? connection.getErrorStream() : connection.getInputStream()) {
      JsonNode answer = body == null ? JSON.createObjectNode() : JSON.readTree(body);
      if (refused) {
        throw new Refused(reason(answer));
      }
      return answer;
    }
  }

  /** Flink sends whole stack traces as errors; the innermost cause is what helps. */
  private static String reason(JsonNode body) {
    StringBuilder all = new StringBuilder();
    body.path("errors").forEach(error -> all.append(error.asText()).append('\n'));
    return RootCause.of(all.toString()).orElse("no reason given");
  }
}
