package io.hearthwatch.io.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the arrows of a module, and each with classes that break it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Arrows {

  /**
   * Shows that an arrow can fail.
   *
   * @param twin a class that breaks it
   * @param foreign what that class should not know
   */
  public record RedTwin(ArchRule arrow, Class<?> twin, String foreign) {}

  private final JavaClasses module = new ClassFileImporter().importPath(Path.of("target/classes"));
  private final int fewestClasses;
  private final List<RedTwin> redTwins;

  /**
   * There is no arrow without a red twin.
   *
   * @param fewestClasses the module has more; with fewer, its classes were not found
   */
  protected Arrows(int fewestClasses, RedTwin... redTwins) {
    this.fewestClasses = fewestClasses;
    this.redTwins = List.of(redTwins);
  }

  protected final List<RedTwin> redTwins() {
    return redTwins;
  }

  protected final Stream<ArchRule> arrows() {
    return redTwins.stream().map(RedTwin::arrow).distinct();
  }

  @ParameterizedTest
  @MethodSource("arrows")
  protected final void hold(ArchRule arrow) {
    assertThat(module).hasSizeGreaterThan(fewestClasses);
    arrow.check(module);
  }

  @ParameterizedTest
  @MethodSource("redTwins")
  protected final void aClassThatBreaksOneIsReported(RedTwin red) {
    JavaClasses twin = new ClassFileImporter().importClasses(red.twin);
    assertThat(red.arrow.evaluate(twin).getFailureReport().getDetails())
        .isNotEmpty()
        .allMatch(detail -> detail.contains(red.twin.getSimpleName()))
        .allMatch(detail -> detail.contains(red.foreign));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  protected final void anArrowOfNothingFails(ArchRule arrow) {
    assertThat(ArchConfiguration.get().getProperty("archRule.failOnEmptyShould")).isEqualTo("true");
    JavaClasses nothing = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> arrow.check(nothing))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }
}
