package io.hearthwatch.simulation.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.simulation.arrow.broken.KnowsRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The simulation knows households and hardship, never rules, policies or cases. */
class ArrowsTest {

  private static final ArchRule HOUSEHOLDS_ONLY =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.simulation..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "io.hearthwatch.domain.household..", "io.hearthwatch.simulation..");

  @Test
  void knowsNoRules() {
    JavaClasses module = new ClassFileImporter().importPath(Path.of("target/classes"));
    assertThat(module).hasSizeGreaterThan(30);
    HOUSEHOLDS_ONLY.check(module);
  }

  @Test
  void whoKnowsThemIsReported() {
    assertThat(
            HOUSEHOLDS_ONLY
                .evaluate(new ClassFileImporter().importClasses(KnowsRules.class))
                .getFailureReport()
                .getDetails())
        .anyMatch(detail -> detail.contains("io.hearthwatch.domain.rule"));
  }
}
