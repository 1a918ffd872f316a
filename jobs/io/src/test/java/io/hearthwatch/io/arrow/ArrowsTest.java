package io.hearthwatch.io.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.io.arrow.broken.KnowsAJob;
import io.hearthwatch.io.contract.broken.KnowsFlink;
import io.hearthwatch.io.flink.broken.KnowsTheDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Io knows the domain, the contracts and what carries bytes; it never knows a job. */
class ArrowsTest {

  /** Bytes, topics, tables and files, and those who bring them. */
  private static final ArchRule DOMAIN_CONTRACTS_AND_CARRIERS =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.io..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.avro..",
              "org.slf4j..",
              "org.snakeyaml.engine..",
              "io.hearthwatch.io..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.wire..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.postgresql..",
              "org.flywaydb..");

  /**
   * Codecs, dead letters, policy files and topics are for commands too, which run without Flink.
   */
  private static final ArchRule FLINK_AT_THE_EDGE_ONLY =
      classes()
          .that()
          .resideInAnyPackage("io.hearthwatch.io..")
          .and()
          .resideOutsideOfPackages("io.hearthwatch.io.flink..", "io.hearthwatch.io.tables..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.avro..",
              "org.apache.kafka..",
              "org.slf4j..",
              "org.snakeyaml.engine..",
              "io.hearthwatch.io..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.wire..");

  /** Only tables knows the database. */
  private static final ArchRule THE_DATABASE_IN_TABLES_ONLY =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.io.flink..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.avro..",
              "org.slf4j..",
              "org.snakeyaml.engine..",
              "io.hearthwatch.io..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.wire..",
              "org.apache.flink..",
              "org.apache.kafka..");

  private static JavaClasses module;

  @BeforeAll
  static void read() {
    module = new ClassFileImporter().importPath(Path.of("target/classes"));
  }

  static List<ArchRule> arrows() {
    return List.of(
        DOMAIN_CONTRACTS_AND_CARRIERS, FLINK_AT_THE_EDGE_ONLY, THE_DATABASE_IN_TABLES_ONLY);
  }

  /** Each arrow, a class that breaks it, and what that class should not know. */
  static List<Arguments> redTwins() {
    return List.of(
        Arguments.of(DOMAIN_CONTRACTS_AND_CARRIERS, KnowsAJob.class, "io.hearthwatch.risk"),
        Arguments.of(FLINK_AT_THE_EDGE_ONLY, KnowsFlink.class, "org.apache.flink"),
        Arguments.of(THE_DATABASE_IN_TABLES_ONLY, KnowsTheDatabase.class, "org.postgresql"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void hold(ArchRule arrow) {
    assertThat(module).hasSizeGreaterThan(40);
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
