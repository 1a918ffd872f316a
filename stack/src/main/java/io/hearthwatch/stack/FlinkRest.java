package io.hearthwatch.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The part of Flink's REST interface that the stack needs. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  // Compiling the graph of a large job happens inside the request.
  private static final Duration RUN_TIMEOUT = Duration.ofMinutes(2);

  private final URI base;
  private final HttpClient http;

  public FlinkRest(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  /** How a job is to be started. */
  public record Run(
      String entryClass,
      List<String> arguments,
      int parallelism,
      Optional<String> restoreFrom,
      Map<String, String> configuration) {}

  /** Flink answered with an error. */
  public static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** The cluster at a glance: TaskManagers, slots. */
  public JsonNode overview() throws IOException, InterruptedException {
    return get("/overview");
  }

  /** Fails unless a TaskManager of this id is registered. */
  void requireTaskManager(String id) throws IOException, InterruptedException {
    for (JsonNode each : get("/taskmanagers").path("taskmanagers")) {
      if (each.path("id").asText().equals(id)) {
        return;
      }
    }
    throw new IOException("not registered at the JobManager");
  }

  /** All jobs that this JobManager knows, ended ones included. */
  public List<FlinkJob> jobs() throws IOException, InterruptedException {
    return StreamSupport.stream(get("/jobs/overview").path("jobs").spliterator(), false)
        .map(
            job ->
                new FlinkJob(
                    job.path("jid").asText(),
                    job.path("name").asText(),
                    job.path("state").asText(),
                    Instant.ofEpochMilli(job.path("start-time").asLong())))
        .toList();
  }

  /** Whether the job and each of its tasks run: only then are its checkpoints possible. */
  boolean allTasksRun(String jobId) throws IOException, InterruptedException {
    JsonNode job = get("/jobs/" + jobId);
    if (!job.path("state").asText().equals("RUNNING")) {
      return false;
    }
    for (JsonNode vertex : job.path("vertices")) {
      JsonNode tasks = vertex.path("tasks");
      int working = tasks.path("RUNNING").asInt() + tasks.path("FINISHED").asInt();
      if (working < vertex.path("parallelism").asInt()) {
        return false;
      }
    }
    return true;
  }

  /** When the job's newest checkpoint was completed. */
  Optional<Instant> lastCheckpoint(String jobId) throws IOException, InterruptedException {
    JsonNode latest = get("/jobs/" + jobId + "/checkpoints").path("latest").path("completed");
    return latest.has("latest_ack_timestamp")
        ? Optional.of(Instant.ofEpochMilli(latest.path("latest_ack_timestamp").asLong()))
        : Optional.empty();
  }

  /** How often the job was restarted since it was submitted. */
  long restarts(String jobId) throws IOException, InterruptedException {
    JsonNode metric = get("/jobs/" + jobId + "/metrics?get=numRestarts").path(0).path("value");
    return metric.isMissingNode() ? 0 : metric.asLong();
  }

  /** The innermost cause of the job's last failure, on one line. */
  Optional<String> lastFailure(String jobId) throws IOException, InterruptedException {
    JsonNode entries =
        get("/jobs/" + jobId + "/exceptions").path("exceptionHistory").path("entries");
    String trace = entries.path(0).path("stacktrace").asText("");
    return trace
        .lines()
        .filter(line -> line.startsWith("Caused by: ") || !Character.isWhitespace(line.charAt(0)))
        .reduce((outer, inner) -> inner)
        .map(line -> line.replaceFirst("^Caused by: ", ""));
  }

  /** Uploads a job jar and says under which id it can be run. */
  String upload(Path jar) throws IOException, InterruptedException {
    String boundary = "hearthwatch-job-jar";
    String head =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
            + jar.getFileName()
            + "\"\r\nContent-Type: application/java-archive\r\n\r\n";
    String foot = "\r\n--" + boundary + "--\r\n";
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(jar),
            BodyPublishers.ofString(foot));
    JsonNode answer =
        send(
            request("/jars/upload", RUN_TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body));
    String name = answer.path("filename").asText();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Starts a job of an uploaded jar and returns its id. */
  String run(String jarId, Run run) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.put("entryClass", run.entryClass());
    body.put("parallelism", run.parallelism());
    body.set("programArgsList", JSON.valueToTree(run.arguments()));
    body.set("flinkConfiguration", JSON.valueToTree(run.configuration()));
    run.restoreFrom()
        .ifPresent(
            path -> {
              body.put("savepointPath", path);
              // Flink then owns it and deletes it when newer checkpoints have taken its place.
              body.put("claimMode", "CLAIM");
            });
    return post("/jars/" + jarId + "/run", body, RUN_TIMEOUT).path("jobid").asText();
  }

  void deleteJar(String jarId) throws IOException, InterruptedException {
    send(request("/jars/" + jarId, TIMEOUT).DELETE());
  }

  /** Asks a job to stop with a savepoint; the answer names the request. */
  String stopWithSavepoint(String jobId, Path folder) throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.put("targetDirectory", folder.toUri().toString());
    body.put("drain", false);
    return post("/jobs/" + jobId + "/stop", body, TIMEOUT).path("request-id").asText();
  }

  /** Whether the stop is over; fails with Flink's reason when no savepoint came of it. */
  boolean isStopped(String jobId, String requestId) throws IOException, InterruptedException {
    JsonNode answer = get("/jobs/" + jobId + "/savepoints/" + requestId);
    if (!answer.path("status").path("id").asText().equals("COMPLETED")) {
      return false;
    }
    JsonNode failure = answer.path("operation").path("failure-cause");
    if (!failure.isMissingNode()) {
      throw new Refused(failure.path("class").asText());
    }
    return true;
  }

  void cancel(String jobId) throws IOException, InterruptedException {
    send(
        request("/jobs/" + jobId + "?mode=cancel", TIMEOUT)
            .method("PATCH", BodyPublishers.noBody()));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path, TIMEOUT).GET());
  }

  private JsonNode post(String path, JsonNode body, Duration timeout)
      throws IOException, InterruptedException {
    return send(
        request(path, timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode body = JSON.readTree(answer.body());
    if (answer.statusCode() >= 400) {
      throw new Refused(reason(body));
    }
    return body;
  }

  /** Flink sends whole stack traces as errors; the innermost cause is what helps. */
  private static String reason(JsonNode body) {
    List<String> lines = new ArrayList<>();
    for (JsonNode error : body.path("errors")) {
      error.asText().lines().forEach(lines::add);
    }
    return lines.stream()
        .filter(line -> line.startsWith("Caused by: "))
        .reduce((outer, inner) -> inner)
        .map(line -> line.substring("Caused by: ".length()))
        .orElse(lines.isEmpty() ? "no reason given" : lines.get(0));
  }
}
