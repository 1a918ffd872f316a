package io.hearthwatch.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.stack.StackStatus;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how the embedded stack is. */
@Command(
    name = "status",
    description = {"Shows every process and job. Exit code 0 when all are healthy, else 1."})
final class StatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(names = "--json", description = "One JSON object instead of tables.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    StackStatus status = stack.stack().status();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(StatusJson.of(status, new ObjectMapper()));
    } else {
      print(status, out);
    }
    out.flush();
    return status.isHealthy() ? 0 : 1;
  }

  private static void print(StackStatus status, PrintWriter out) {
    Table parts = new Table("PART", "STATE", "PID", "UPTIME", "ADDRESS");
    for (StackStatus.PartStatus part : status.parts()) {
      parts.row(
          part.name(),
          part.state().words(),
          part.pid().isPresent() ? Long.toString(part.pid().getAsLong()) : "-",
          age(part.uptimeSeconds()),
          part.address());
    }
    parts.print(out);
    if (!status.jobs().isEmpty()) {
      out.println();
      Table jobs = new Table("JOB", "STATE", "CHECKPOINT", "RESTARTS");
      for (StackStatus.JobStatus job : status.jobs()) {
        Optional<Long> age = job.checkpointAgeSeconds();
        jobs.row(
            job.name(),
            job.state(),
            age.map(seconds -> age(OptionalLong.of(seconds)) + " ago").orElse("none yet"),
            Long.toString(job.restarts()));
      }
      jobs.print(out);
    }
  }

  private static String age(OptionalLong seconds) {
    if (seconds.isEmpty()) {
      return "-";
    }
    long all = seconds.getAsLong();
    if (all < 60) {
      return all + " s";
    }
    if (all < 3600) {
      return all / 60 + " min";
    }
    if (all < 48 * 3600) {
      return all / 3600 + " h " + all / 60 % 60 + " min";
    }
    return all / 86400 + " days";
  }
}
