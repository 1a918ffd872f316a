package io.hearthwatch.domain.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.hearthwatch.domain.arrow.broken.BreaksTheArrow;
import org.junit.jupiter.api.Test;

/** The domain knows Java and CEL, and nothing else. */
class ArrowsTest {

  private static final ArchRule JAVA_AND_CEL_ONLY =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "dev.cel..",
              "io.hearthwatch.domain..",
              "com.google.errorprone.annotations..");

  @Test
  void theDomainKnowsJavaAndCelOnly() {
    JavaClasses domain =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hearthwatch.domain");
    assertThat(domain).hasSizeGreaterThan(100);
    JAVA_AND_CEL_ONLY.check(domain);
  }

  @Test
  void aClassThatBreaksTheArrowIsReported() {
    EvaluationResult result =
        JAVA_AND_CEL_ONLY.evaluate(new ClassFileImporter().importClasses(BreaksTheArrow.class));
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails())
        .anyMatch(detail -> detail.contains("BreaksTheArrow") && detail.contains("assertj"));
  }

  @Test
  void aRuleAboutNothingFails() {
    assertThat(ArchConfiguration.get().getProperty("archRule.failOnEmptyShould")).isEqualTo("true");
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> JAVA_AND_CEL_ONLY.check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }
}
