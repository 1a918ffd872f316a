package io.hearthwatch.io.flink;

/**
 * A record on its way to a topic: fields, not getters, so that Flink takes it for a POJO and
 * serializes it without reflection on every record.
 */
public final class KafkaRecord {
  public byte[] key;
  public byte[] value;

  public KafkaRecord() {}

  public KafkaRecord(byte[] key, byte[] value) {
    this.key = key;
    this.value = value;
  }
}
