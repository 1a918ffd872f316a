package io.hearthwatch.stack.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.cli.arrow.broken.KnowsAJob;
import io.hearthwatch.io.arrow.Arrows;
import io.hearthwatch.stack.arrow.broken.KnowsFlink;
import io.hearthwatch.stack.arrow.broken.KnowsTheCommand;

/** The stack runs jobs from their jars: it knows neither their classes nor Flink. */
class ArrowsTest extends Arrows {

  /** Every package is named that the stack and the command may know. */
  private static final ArchRule NO_JOB_AND_NO_FLINK =
      classes()
          .that()
          .resideInAnyPackage("io.hearthwatch.stack..", "io.hearthwatch.cli..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "com.google.common.collect..", // the lists of CEL's syntax trees
              "dev.cel..",
              "org.apache.avro..",
              "org.apache.commons.csv..",
              "org.apache.kafka..",
              "org.flywaydb..",
              "org.postgresql..",
              "org.snakeyaml.engine..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.simulation..",
              "io.hearthwatch.wire..",
              "io.hearthwatch.io.contract..",
              "io.hearthwatch.io.event..",
              "io.hearthwatch.io.policy..",
              "io.hearthwatch.io.tables..",
              "io.hearthwatch.io.topic..",
              "picocli..",
              "io.hearthwatch.stack..",
              "io.hearthwatch.cli..");

  /** The stack can be driven without the command. */
  private static final ArchRule THE_COMMAND_ON_TOP =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.stack..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson..",
              "com.google.common.collect..", // the lists of CEL's syntax trees
              "dev.cel..",
              "org.apache.avro..",
              "org.apache.commons.csv..",
              "org.apache.kafka..",
              "org.flywaydb..",
              "org.postgresql..",
              "org.snakeyaml.engine..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.simulation..",
              "io.hearthwatch.wire..",
              "io.hearthwatch.io.contract..",
              "io.hearthwatch.io.event..",
              "io.hearthwatch.io.policy..",
              "io.hearthwatch.io.tables..",
              "io.hearthwatch.io.topic..",
              "io.hearthwatch.stack..");

  ArrowsTest() {
    super(
        150,
        new RedTwin(NO_JOB_AND_NO_FLINK, KnowsAJob.class, "io.hearthwatch.risk"),
        new RedTwin(NO_JOB_AND_NO_FLINK, KnowsFlink.class, "org.apache.flink"),
        new RedTwin(THE_COMMAND_ON_TOP, KnowsTheCommand.class, "io.hearthwatch.cli"));
  }
}
