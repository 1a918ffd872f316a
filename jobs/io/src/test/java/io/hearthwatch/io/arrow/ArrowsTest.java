package io.hearthwatch.io.arrow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.hearthwatch.io.arrow.broken.KnowsAJob;
import io.hearthwatch.io.contract.broken.KnowsFlink;
import io.hearthwatch.io.flink.broken.KnowsTheDatabase;

/** Io knows the domain, the contracts and what carries bytes; it never knows a job. */
class ArrowsTest extends Arrows {

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

  ArrowsTest() {
    super(
        40,
        new RedTwin(DOMAIN_CONTRACTS_AND_CARRIERS, KnowsAJob.class, "io.hearthwatch.risk"),
        new RedTwin(FLINK_AT_THE_EDGE_ONLY, KnowsFlink.class, "org.apache.flink"),
        new RedTwin(THE_DATABASE_IN_TABLES_ONLY, KnowsTheDatabase.class, "org.postgresql"));
  }
}
