package io.hearthwatch.assistance.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.assistance.arrow.broken.KnowsAnotherJob;
import io.hearthwatch.assistance.arrow.broken.KnowsTheTables;
import io.hearthwatch.io.arrow.Arrows;

/** The job knows Flink, the domain, io and the contracts: no other job and no database. */
class ArrowsTest extends Arrows {

  /** Every package is named that the job may know; of io, all but the tables. */
  private static final ArchRule DOMAIN_IO_AND_CONTRACTS =
      classes()
          .that()
          .resideInAPackage("io.hearthwatch.assistance..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.apache.flink..",
              "org.apache.kafka..",
              "org.slf4j..",
              "io.hearthwatch.assistance..",
              "io.hearthwatch.domain..",
              "io.hearthwatch.wire..",
              "io.hearthwatch.io.contract..",
              "io.hearthwatch.io.deadletter..",
              "io.hearthwatch.io.event..",
              "io.hearthwatch.io.flink..",
              "io.hearthwatch.io.relief..",
              "io.hearthwatch.io.topic..");

  ArrowsTest() {
    super(
        10,
        new RedTwin(DOMAIN_IO_AND_CONTRACTS, KnowsAnotherJob.class, "io.hearthwatch.tables"),
        new RedTwin(DOMAIN_IO_AND_CONTRACTS, KnowsTheTables.class, "io.hearthwatch.io.tables"));
  }
}
