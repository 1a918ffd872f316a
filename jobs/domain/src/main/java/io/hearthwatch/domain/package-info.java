/** The knowledge of the field: no Flink, no Kafka, no Avro. */
package io.hearthwatch.domain;
