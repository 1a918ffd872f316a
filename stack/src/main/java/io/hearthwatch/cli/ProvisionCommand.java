package io.hearthwatch.cli;

import io.hearthwatch.stack.Provisioning;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.TableMigration;
import io.hearthwatch.stack.broker.BundlePublication;
import io.hearthwatch.stack.broker.PublicationNote;
import io.hearthwatch.stack.broker.TopicCreation;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes ready what `up` did not start. */
@Command(
    name = "provision",
    description = {
      "Makes the topics and tables and publishes the policies where `up` did not start the stack: docker compose, a cluster.",
      "What is there already is left alone, as are policies that a person has published. Jobs that wait for it go on by themselves."
    })
final class ProvisionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StackOptions stack;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:19092",
      description = "The broker. Default: ${DEFAULT-VALUE}, where docker compose publishes it.")
  private String bootstrapServers;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      defaultValue = "jdbc:postgresql://127.0.0.1:15432/hearthwatch?user=postgres",
      description = "The database. Default: ${DEFAULT-VALUE}, likewise.")
  private String jdbcUrl;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of topics that are made. Default: ${DEFAULT-VALUE}.")
  private short replicationFactor;

  @Override
  public Integer call() throws Exception {
    // Nobody asks Flink anything here.
    StackAddresses at = new StackAddresses(bootstrapServers, null, jdbcUrl);
    run(new TopicCreation(replicationFactor), at, "--bootstrap-servers", bootstrapServers);
    run(new TableMigration(), at, "--jdbc-url", jdbcUrl);
    BundlePublication.Outcome outcome =
        new BundlePublication(at).publishTree(stack.policies(), "provision");
    PrintWriter out = spec.commandLine().getOut();
    PublicationNote.of(outcome, stack.policies()).ifPresent(out::println);
    out.println("policies: published, version " + outcome.now().getVersion());
    out.flush();
    return 0;
  }

  private void run(Provisioning step, StackAddresses at, String option, String address)
      throws StackFailure {
    try {
      step.run(at);
    } catch (StackFailure e) {
      throw e;
    } catch (Exception e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw new StackFailure(
          "No %s could be made at %s: %s; is it up, and %s right?"
              .formatted(step.title(), address, why, option));
    }
    spec.commandLine().getOut().println(step.title() + ": ready");
    spec.commandLine().getOut().flush();
  }
}
