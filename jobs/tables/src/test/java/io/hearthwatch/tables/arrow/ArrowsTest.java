package io.hearthwatch.tables.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.tables.arrow.broken.KnowsAnotherJob;
import io.hearthwatch.tables.arrow.broken.KnowsHouseholds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The job carries records into tables; what households are it does not know. */
class ArrowsTest {

  /** Every package is named that the job may know: of this product only the tables. */
  private static final ArchRule TABLES_ONLY =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.tables..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.slf4j..",
              "io.hearthwatch.tables..",
              "io.hearthwatch.io.tables..");

  private static JavaClasses module;

  @BeforeAll
  static void read() {
    module = new ClassFileImporter().importPath(Path.of("target/classes"));
  }

  static List<ArchRule> arrows() {
    return List.of(TABLES_ONLY);
  }

  /** Each arrow, a class that breaks it, and what that class should not know. */
  static List<Arguments> redTwins() {
    return List.of(
        Arguments.of(TABLES_ONLY, KnowsAnotherJob.class, "io.hearthwatch.risk"),
        Arguments.of(TABLES_ONLY, KnowsHouseholds.class, "io.hearthwatch.domain"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void hold(ArchRule arrow) {
    assertThat(module).hasSizeGreaterThan(5);
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
