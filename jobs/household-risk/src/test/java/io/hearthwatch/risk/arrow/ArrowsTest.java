package io.hearthwatch.risk.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.risk.arrow.broken.KnowsAnotherJob;
import io.hearthwatch.risk.arrow.broken.KnowsTheTables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The job knows Flink, the domain, io and the contracts: no other job and no database. */
class ArrowsTest {

  /** Every package is named that the job may know; of io, all but the tables. */
  private static final ArchRule DOMAIN_IO_AND_CONTRACTS =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.risk..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.slf4j..",
              "io.hearthwatch.risk..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.wire..",
              "io.hearthwatch.io.alert..",
              "io.hearthwatch.io.contract..",
              "io.hearthwatch.io.deadletter..",
              "io.hearthwatch.io.event..",
              "io.hearthwatch.io.flink..",
              "io.hearthwatch.io.policy..",
              "io.hearthwatch.io.topic..");

  private static JavaClasses module;

  @BeforeAll
  static void read() {
    module = new ClassFileImporter().importPath(Path.of("target/classes"));
  }

  static List<ArchRule> arrows() {
    return List.of(DOMAIN_IO_AND_CONTRACTS);
  }

  /** Each arrow, a class that breaks it, and what that class should not know. */
  static List<Arguments> redTwins() {
    return List.of(
        Arguments.of(DOMAIN_IO_AND_CONTRACTS, KnowsAnotherJob.class, "io.hearthwatch.tables"),
        Arguments.of(DOMAIN_IO_AND_CONTRACTS, KnowsTheTables.class, "io.hearthwatch.io.tables"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void hold(ArchRule arrow) {
    assertThat(module).hasSizeGreaterThan(10);
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
