package io.hearthwatch.stack.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.cli.arrow.broken.KnowsAJob;
import io.hearthwatch.stack.arrow.broken.KnowsFlink;
import io.hearthwatch.stack.arrow.broken.KnowsTheCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The stack runs jobs from their jars: it knows neither their classes nor Flink. */
class ArrowsTest {

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
              "io.hearthwatch.wire..",
              "io.hearthwatch.io.contract..",
              "io.hearthwatch.io.event..",
              "io.hearthwatch.io.policy..",
              "io.hearthwatch.io.tables..",
              "io.hearthwatch.io.topic..",
              "io.hearthwatch.stack..");

  private static JavaClasses module;

  @BeforeAll
  static void read() {
    module = new ClassFileImporter().importPath(Path.of("target/classes"));
  }

  static List<ArchRule> arrows() {
    return List.of(NO_JOB_AND_NO_FLINK, THE_COMMAND_ON_TOP);
  }

  /** Each arrow, a class that breaks it, and what that class should not know. */
  static List<Arguments> redTwins() {
    return List.of(
        Arguments.of(NO_JOB_AND_NO_FLINK, KnowsAJob.class, "io.hearthwatch.risk"),
        Arguments.of(NO_JOB_AND_NO_FLINK, KnowsFlink.class, "org.apache.flink"),
        Arguments.of(THE_COMMAND_ON_TOP, KnowsTheCommand.class, "io.hearthwatch.cli"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void hold(ArchRule arrow) {
    assertThat(module).hasSizeGreaterThan(150);
    arrow.check(module);
  }

  @ParameterizedTest
  @MethodSource("redTwins")
  void aClassThatBreaksOneIsReported(ArchRule arrow, Class<?> twin, String foreign) {
    assertThat(
            arrow
                .evaluate(new ClassFileImporter().importClasses(twin))
                .getFailureReport()
                .getDetails())
        .isNotEmpty()
        .allMatch(detail -> detail.contains(twin.getSimpleName()) && detail.contains(foreign));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void anArrowOfNothingFails(ArchRule arrow) {
    assertThat(ArchConfiguration.get().getProperty("archRule.failOnEmptyShould")).isEqualTo("true");
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> arrow.check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }
}
