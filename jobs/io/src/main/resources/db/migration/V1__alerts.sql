-- Risk alerts as the topic risk.alerts says them, cut into rows. Rows are never changed: a change of a case is
-- identified by the hash of its content. Names of enum values are those of the contracts, in their order.

-- Flyway has made the schema, in which it keeps its history.
COMMENT ON SCHEMA hearthwatch IS '炉边守望：预警与统计 | Risk alerts and the views that analysts and the command read.';

CREATE TYPE hearthwatch.urgency AS ENUM ('BLUE', 'YELLOW', 'ORANGE', 'RED');
COMMENT ON TYPE hearthwatch.urgency IS '紧急程度 | How soon somebody must visit; a later value is more urgent, so that > and ORDER BY mean what they say.';

CREATE TYPE hearthwatch.case_status AS ENUM ('OPEN', 'ACCEPTED', 'CLOSED', 'WITHDRAWN');
COMMENT ON TYPE hearthwatch.case_status IS '工单状态 | Where a case stands.';

CREATE TYPE hearthwatch.case_transition AS ENUM (
  'OPENED', 'REOPENED', 'RAISED', 'LOWERED', 'UPDATED', 'ACCEPTED', 'CLOSED', 'WITHDRAWN');
COMMENT ON TYPE hearthwatch.case_transition IS '工单变更 | What changed in a case.';

CREATE TABLE hearthwatch.risk_case_change (
  change_id         text PRIMARY KEY,
  case_id           text NOT NULL,
  sequence          integer NOT NULL CHECK (sequence > 0),
  transition        hearthwatch.case_transition NOT NULL,
  status            hearthwatch.case_status NOT NULL,
  household_id      text NOT NULL,
  registered_region text NOT NULL,
  urgency           hearthwatch.urgency NOT NULL,
  opened_on         date NOT NULL,
  ended_on          date,
  visit_by          timestamptz NOT NULL,
  as_of             date NOT NULL,
  opened_for        text[] NOT NULL,
  bundle_version    text NOT NULL,
  cause             text NOT NULL,
  appended_at       timestamptz,
  arrival           bigint GENERATED ALWAYS AS IDENTITY,
  UNIQUE (case_id, sequence)
);
-- Who follows the table asks for what arrived after what was seen; who counts asks by month.
CREATE UNIQUE INDEX risk_case_change_by_arrival ON hearthwatch.risk_case_change (arrival);
CREATE INDEX risk_case_change_by_household ON hearthwatch.risk_case_change (household_id);
CREATE INDEX risk_case_change_by_date ON hearthwatch.risk_case_change (as_of);

COMMENT ON TABLE hearthwatch.risk_case_change IS '工单变更记录 | One row for every change of a household''s case, never changed afterwards.';
COMMENT ON COLUMN hearthwatch.risk_case_change.change_id IS '变更编号 | Hash of content and cause: the same change said twice has the same id.';
COMMENT ON COLUMN hearthwatch.risk_case_change.case_id IS '工单编号 | The case.';
COMMENT ON COLUMN hearthwatch.risk_case_change.sequence IS '变更序号 | Counts the changes of the case from 1; the highest is the newest.';
COMMENT ON COLUMN hearthwatch.risk_case_change.transition IS '变更类型 | What changed.';
COMMENT ON COLUMN hearthwatch.risk_case_change.status IS '变更后状态 | Where the case stands after the change.';
COMMENT ON COLUMN hearthwatch.risk_case_change.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.risk_case_change.registered_region IS '户籍地区划 | Region of registration as of the date.';
COMMENT ON COLUMN hearthwatch.risk_case_change.urgency IS '紧急程度 | Urgency of the highest hit; after the end, of the last one.';
COMMENT ON COLUMN hearthwatch.risk_case_change.opened_on IS '开案日期 | Day on which the case was first opened.';
COMMENT ON COLUMN hearthwatch.risk_case_change.ended_on IS '结束日期 | Day of the end; null while the case is open.';
COMMENT ON COLUMN hearthwatch.risk_case_change.visit_by IS '入户时限 | Instant by which somebody must have visited.';
COMMENT ON COLUMN hearthwatch.risk_case_change.as_of IS '评估日期 | Date as of which the household was looked at.';
COMMENT ON COLUMN hearthwatch.risk_case_change.opened_for IS '开案规则 | Rules that opened or reopened the case.';
COMMENT ON COLUMN hearthwatch.risk_case_change.bundle_version IS '政策版本 | Version of the policy that decided.';
COMMENT ON COLUMN hearthwatch.risk_case_change.cause IS '变更起因 | What brought the change about: event ID, deadline DATE or inquiry ID.';
COMMENT ON COLUMN hearthwatch.risk_case_change.appended_at IS '发布时间 | Instant at which the broker got the record; null where it does not say.';
COMMENT ON COLUMN hearthwatch.risk_case_change.arrival IS '入库序号 | Grows in the order of arrival in this table, with gaps; for readers that follow it.';

CREATE TABLE hearthwatch.risk_hit (
  change_id    text NOT NULL REFERENCES hearthwatch.risk_case_change ON DELETE CASCADE,
  hit_number   integer NOT NULL,
  rule_id      text NOT NULL,
  rule_name_zh text NOT NULL,
  rule_name_en text NOT NULL,
  category     text NOT NULL,
  subject      text NOT NULL,
  urgency      hearthwatch.urgency NOT NULL,
  raised_by    text NOT NULL,
  measure      bigint NOT NULL,
  record_count integer NOT NULL,
  clears_zh    text NOT NULL,
  clears_en    text NOT NULL,
  notify       text[] NOT NULL,
  PRIMARY KEY (change_id, hit_number)
);
CREATE INDEX risk_hit_by_rule ON hearthwatch.risk_hit (rule_id);

COMMENT ON TABLE hearthwatch.risk_hit IS '命中的规则 | The hits that were open after a change of a case.';
COMMENT ON COLUMN hearthwatch.risk_hit.change_id IS '变更编号 | The change that says it.';
COMMENT ON COLUMN hearthwatch.risk_hit.hit_number IS '命中序号 | Counts the hits of the change from 1, in their order.';
COMMENT ON COLUMN hearthwatch.risk_hit.rule_id IS '规则编号 | The rule, for instance M02.';
COMMENT ON COLUMN hearthwatch.risk_hit.rule_name_zh IS '规则名称（中文） | What the rule is called, in Chinese.';
COMMENT ON COLUMN hearthwatch.risk_hit.rule_name_en IS '规则名称（英文） | What the rule is called, in English.';
COMMENT ON COLUMN hearthwatch.risk_hit.category IS '规则类别 | Category of the rule: medical, shock, income, missed ...';
COMMENT ON COLUMN hearthwatch.risk_hit.subject IS '对象 | Member or accident it is about; empty for the household.';
COMMENT ON COLUMN hearthwatch.risk_hit.urgency IS '紧急程度 | Urgency of this hit, after raising.';
COMMENT ON COLUMN hearthwatch.risk_hit.raised_by IS '升级依据 | Rule that raised it, or empty.';
COMMENT ON COLUMN hearthwatch.risk_hit.measure IS '程度 | A number that grows as things get worse.';
COMMENT ON COLUMN hearthwatch.risk_hit.record_count IS '依据记录数 | Number of events that made it true; at most 50 of them are cited.';
COMMENT ON COLUMN hearthwatch.risk_hit.clears_zh IS '解除条件（中文） | What would end the hit, in Chinese.';
COMMENT ON COLUMN hearthwatch.risk_hit.clears_en IS '解除条件（英文） | What would end the hit, in English.';
COMMENT ON COLUMN hearthwatch.risk_hit.notify IS '通知部门 | Departments that the hit concerns.';

CREATE TABLE hearthwatch.hit_evidence (
  change_id       text NOT NULL,
  hit_number      integer NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('MEASURED', 'LIMIT')),
  evidence_number integer NOT NULL,
  name            text NOT NULL,
  key             text NOT NULL,
  time_window     text NOT NULL,
  from_date       date NOT NULL,
  to_date         date,
  value           bigint NOT NULL,
  unit            text NOT NULL,
  region_prefix   text NOT NULL,
  PRIMARY KEY (change_id, hit_number, kind, evidence_number),
  FOREIGN KEY (change_id, hit_number) REFERENCES hearthwatch.risk_hit ON DELETE CASCADE
);

COMMENT ON TABLE hearthwatch.hit_evidence IS '命中依据 | What a hit measured, and the limits that it was compared with.';
COMMENT ON COLUMN hearthwatch.hit_evidence.change_id IS '变更编号 | The change that says it.';
COMMENT ON COLUMN hearthwatch.hit_evidence.hit_number IS '命中序号 | The hit within the change.';
COMMENT ON COLUMN hearthwatch.hit_evidence.kind IS '依据种类 | MEASURED for a value, LIMIT for what it was compared with.';
COMMENT ON COLUMN hearthwatch.hit_evidence.evidence_number IS '依据序号 | Counts the values, and the limits, of the hit from 1, in their order.';
COMMENT ON COLUMN hearthwatch.hit_evidence.name IS '指标或参数 | Indicator that was measured, or policy parameter that gave the limit.';
COMMENT ON COLUMN hearthwatch.hit_evidence.key IS '参数键 | Key within the parameter, for instance a class; or empty.';
COMMENT ON COLUMN hearthwatch.hit_evidence.time_window IS '时间窗 | Window of a value as the rule writes it, for instance months(12); empty for a point in time and for limits.';
COMMENT ON COLUMN hearthwatch.hit_evidence.from_date IS '起始日期 | First day of the window; of a limit, the day since which it holds.';
COMMENT ON COLUMN hearthwatch.hit_evidence.to_date IS '截止日期 | Last day of the window; null for limits.';
COMMENT ON COLUMN hearthwatch.hit_evidence.value IS '数值 | In the unit; money in the smallest currency unit.';
COMMENT ON COLUMN hearthwatch.hit_evidence.unit IS '单位 | fen, people, count, days, percent ...';
COMMENT ON COLUMN hearthwatch.hit_evidence.region_prefix IS '适用区划 | Region whose entry gave the limit; empty for the nation and for values.';

CREATE TABLE hearthwatch.hit_record (
  change_id  text NOT NULL,
  hit_number integer NOT NULL,
  record_id  text NOT NULL CHECK (record_id ~ '^[0-9a-f]{16}$'),
  PRIMARY KEY (change_id, hit_number, record_id),
  FOREIGN KEY (change_id, hit_number) REFERENCES hearthwatch.risk_hit ON DELETE CASCADE
);
CREATE INDEX hit_record_by_record ON hearthwatch.hit_record (record_id);

COMMENT ON TABLE hearthwatch.hit_record IS '依据的事件 | The events that a hit cites, 50 at most.';
COMMENT ON COLUMN hearthwatch.hit_record.change_id IS '变更编号 | The change that says it.';
COMMENT ON COLUMN hearthwatch.hit_record.hit_number IS '命中序号 | The hit within the change.';
COMMENT ON COLUMN hearthwatch.hit_record.record_id IS '事件短编号 | First 8 bytes of the event id, as 16 hex digits.';

-- A sequence of a case holds one change. Where alerts are delivered at least once, a job that restarts may say a step
-- of a case again and otherwise, as its events came in another order: the later word is what its state remembers, so
-- it takes the place of the earlier, whose hits go with it.
CREATE FUNCTION hearthwatch.replace_earlier_word() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM hearthwatch.risk_case_change
    WHERE case_id = NEW.case_id AND sequence = NEW.sequence AND change_id <> NEW.change_id;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION hearthwatch.replace_earlier_word IS '以后到的变更为准 | Lets a later word about the same step of a case take the place of the earlier one.';

CREATE TRIGGER replace_earlier_word BEFORE INSERT ON hearthwatch.risk_case_change
  FOR EACH ROW EXECUTE FUNCTION hearthwatch.replace_earlier_word();
