package io.hearthwatch.tables.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.io.arrow.Arrows;
import io.hearthwatch.tables.arrow.broken.KnowsAnotherJob;
import io.hearthwatch.tables.arrow.broken.KnowsHouseholds;

/** The job carries records into tables; what households are it does not know. */
class ArrowsTest extends Arrows {

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

  ArrowsTest() {
    super(
        5,
        new RedTwin(TABLES_ONLY, KnowsAnotherJob.class, "io.hearthwatch.risk"),
        new RedTwin(TABLES_ONLY, KnowsHouseholds.class, "io.hearthwatch.domain"));
  }
}
