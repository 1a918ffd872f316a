-- Records that were refused or could not be read. They may hold personal data: kept in a schema of their own, that
-- nobody but its owner may use, and for 90 days.

-- Flyway has made the schema.
REVOKE ALL ON SCHEMA quarantine FROM PUBLIC;
COMMENT ON SCHEMA quarantine IS '隔离区 | Refused records, which may hold personal data: kept apart, and expire.';

CREATE TABLE quarantine.dead_letter (
  letter_id        text PRIMARY KEY,
  reason           text NOT NULL,
  detail           text NOT NULL,
  topic            text NOT NULL,
  record_partition integer NOT NULL,
  record_offset    bigint NOT NULL,
  appended_at      timestamptz,
  record_key       bytea,
  payload          bytea NOT NULL,
  refused_at       timestamptz NOT NULL DEFAULT now(),
  expires_at       timestamptz NOT NULL DEFAULT now() + interval '90 days',
  replayed_at      timestamptz
);
CREATE INDEX dead_letter_by_expiry ON quarantine.dead_letter (expires_at);
CREATE INDEX dead_letter_by_reason ON quarantine.dead_letter (reason, topic);

COMMENT ON TABLE quarantine.dead_letter IS '死信 | Input records that were refused, as they were.';
COMMENT ON COLUMN quarantine.dead_letter.letter_id IS '死信编号 | TOPIC/PARTITION/OFFSET; where the position is not known, TOPIC/-1/ and the first 16 bytes of the SHA-256 of the payload in hex.';
COMMENT ON COLUMN quarantine.dead_letter.reason IS '拒收原因 | Code of the refusal.';
COMMENT ON COLUMN quarantine.dead_letter.detail IS '原因说明 | What exactly was wrong; never a value that could be personal.';
COMMENT ON COLUMN quarantine.dead_letter.topic IS '主题 | Topic of the record.';
COMMENT ON COLUMN quarantine.dead_letter.record_partition IS '分区 | Partition of the record; -1 where state refused an event.';
COMMENT ON COLUMN quarantine.dead_letter.record_offset IS '位移 | Offset of the record; -1 likewise.';
COMMENT ON COLUMN quarantine.dead_letter.appended_at IS '到达时间 | Instant at which the broker got it, or its reportedAt; null where that is no date.';
COMMENT ON COLUMN quarantine.dead_letter.record_key IS '记录键 | Key of the record.';
COMMENT ON COLUMN quarantine.dead_letter.payload IS '原始内容 | Raw bytes of the record, or the re-encoding of the event that state refused.';
COMMENT ON COLUMN quarantine.dead_letter.refused_at IS '拒收时间 | Instant of the refusal, the latest if it was refused again.';
COMMENT ON COLUMN quarantine.dead_letter.expires_at IS '过期时间 | Instant at which the row is deleted.';
COMMENT ON COLUMN quarantine.dead_letter.replayed_at IS '重放时间 | Instant at which it was put back on its topic; null while it waits.';

CREATE TABLE quarantine.unreadable_record (
  topic            text NOT NULL,
  record_partition integer NOT NULL,
  record_offset    bigint NOT NULL,
  reason           text NOT NULL,
  detail           text NOT NULL,
  appended_at      timestamptz,
  record_key       bytea,
  payload          bytea,
  expires_at       timestamptz NOT NULL DEFAULT now() + interval '90 days',
  PRIMARY KEY (topic, record_partition, record_offset)
);
CREATE INDEX unreadable_record_by_expiry ON quarantine.unreadable_record (expires_at);

COMMENT ON TABLE quarantine.unreadable_record IS '无法读取的输出记录 | Records of risk.alerts and dead.letters that this database could not take in.';
COMMENT ON COLUMN quarantine.unreadable_record.topic IS '主题 | Topic of the record.';
COMMENT ON COLUMN quarantine.unreadable_record.record_partition IS '分区 | Partition of the record.';
COMMENT ON COLUMN quarantine.unreadable_record.record_offset IS '位移 | Offset of the record.';
COMMENT ON COLUMN quarantine.unreadable_record.reason IS '原因 | garbage, unknown-schema or bad-field.';
COMMENT ON COLUMN quarantine.unreadable_record.detail IS '原因说明 | What exactly was wrong; never a value that could be personal.';
COMMENT ON COLUMN quarantine.unreadable_record.appended_at IS '到达时间 | Instant at which the broker got it.';
COMMENT ON COLUMN quarantine.unreadable_record.record_key IS '记录键 | Key of the record.';
COMMENT ON COLUMN quarantine.unreadable_record.payload IS '原始内容 | Raw bytes of the record; null for a record without value.';
COMMENT ON COLUMN quarantine.unreadable_record.expires_at IS '过期时间 | Instant at which the row is deleted.';

CREATE FUNCTION quarantine.expire() RETURNS bigint LANGUAGE sql AS $$
  -- SKIP LOCKED: two writers that expire at once must not wait for each other.
  WITH letters AS (
         DELETE FROM quarantine.dead_letter WHERE letter_id IN (
           SELECT letter_id FROM quarantine.dead_letter WHERE expires_at <= now()
             FOR UPDATE SKIP LOCKED)
         RETURNING 1),
       records AS (
         DELETE FROM quarantine.unreadable_record WHERE (topic, record_partition, record_offset) IN (
           SELECT topic, record_partition, record_offset FROM quarantine.unreadable_record
             WHERE expires_at <= now() FOR UPDATE SKIP LOCKED)
         RETURNING 1)
  SELECT (SELECT count(*) FROM letters) + (SELECT count(*) FROM records)
$$;
COMMENT ON FUNCTION quarantine.expire IS '清除过期记录 | Deletes what has expired and says how much; every write to this schema does it, and every migration.';

CREATE FUNCTION quarantine.expire_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM quarantine.expire();
  RETURN NULL;
END
$$;
COMMENT ON FUNCTION quarantine.expire_now IS '写入时清除过期记录 | Expires old rows whenever new ones come.';

CREATE TRIGGER expire AFTER INSERT ON quarantine.dead_letter
  FOR EACH STATEMENT EXECUTE FUNCTION quarantine.expire_now();
CREATE TRIGGER expire AFTER INSERT ON quarantine.unreadable_record
  FOR EACH STATEMENT EXECUTE FUNCTION quarantine.expire_now();
