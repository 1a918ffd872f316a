-- What each household is given for a month, one row for each day on which what is known of it changed. The lines are
-- columns of arrays, so that a statement is written by one row and never seen in part; the view takes them apart.

CREATE TABLE hearthwatch.relief_statement (
  household_id     text NOT NULL,
  month            date NOT NULL,
  known_on         date NOT NULL,
  withdrawn        boolean NOT NULL,
  region           text NOT NULL,
  classes          text[] NOT NULL,
  programmes       text[] NOT NULL,
  departments      text[] NOT NULL,
  policies         text[] NOT NULL,
  person_ids       text[] NOT NULL,
  grants           bigint[] NOT NULL,
  granted_fen      bigint[] NOT NULL,
  paid_fen         bigint[] NOT NULL,
  corrected        boolean[] NOT NULL,
  appended_at      timestamptz,
  record_partition integer NOT NULL,
  record_offset    bigint NOT NULL,
  PRIMARY KEY (household_id, month, known_on)
);

COMMENT ON TABLE hearthwatch.relief_statement IS '救助清单 | What a household is given for a month, as known at the end of each day on which that changed.';
COMMENT ON COLUMN hearthwatch.relief_statement.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.relief_statement.month IS '救助月份 | First day of the month of benefit.';
COMMENT ON COLUMN hearthwatch.relief_statement.known_on IS '知悉日期 | Day on which what is known changed to this.';
COMMENT ON COLUMN hearthwatch.relief_statement.withdrawn IS '已撤销 | True where nothing changed on that day after all.';
COMMENT ON COLUMN hearthwatch.relief_statement.region IS '户籍地区划 | Region of registration; empty where nothing is given any more.';
COMMENT ON COLUMN hearthwatch.relief_statement.classes IS '救助类别 | Classes in force on the last day of the month.';
COMMENT ON COLUMN hearthwatch.relief_statement.programmes IS '救助项目 | Of each line the programme.';
COMMENT ON COLUMN hearthwatch.relief_statement.departments IS '发放部门 | Of each line the department that grants and pays.';
COMMENT ON COLUMN hearthwatch.relief_statement.policies IS '政策依据 | Of each line the policy that the grant names, or null.';
COMMENT ON COLUMN hearthwatch.relief_statement.person_ids IS '成员编号 | Of each line the member; null for the household.';
COMMENT ON COLUMN hearthwatch.relief_statement.grants IS '核准次数 | Of each line the grants of the month.';
COMMENT ON COLUMN hearthwatch.relief_statement.granted_fen IS '核准金额 | Of each line what was granted, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.relief_statement.paid_fen IS '发放金额 | Of each line what was paid for the month, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.relief_statement.corrected IS '曾更正 | Of each line whether a department said any of it otherwise before.';
COMMENT ON COLUMN hearthwatch.relief_statement.appended_at IS '发布时间 | Instant at which the broker got the record.';
COMMENT ON COLUMN hearthwatch.relief_statement.record_partition IS '分区 | Partition of the record.';
COMMENT ON COLUMN hearthwatch.relief_statement.record_offset IS '偏移量 | Offset of the record: of two in a partition the higher is the newer.';

CREATE VIEW hearthwatch.statement_line AS
SELECT
  s.household_id, s.month, s.known_on, s.region, l.programme, l.department, l.policy, l.person_id, l.grants,
  l.granted_fen, l.paid_fen, l.corrected,
  NOT EXISTS (
    SELECT FROM hearthwatch.relief_statement later
    WHERE later.household_id = s.household_id AND later.month = s.month AND later.known_on > s.known_on
      AND NOT later.withdrawn) AS newest
FROM hearthwatch.relief_statement s
CROSS JOIN LATERAL unnest(
  s.programmes, s.departments, s.policies, s.person_ids, s.grants, s.granted_fen, s.paid_fen, s.corrected)
  AS l (programme, department, policy, person_id, grants, granted_fen, paid_fen, corrected)
WHERE NOT s.withdrawn
ORDER BY s.household_id, s.month, s.known_on, l.programme, l.department;

COMMENT ON VIEW hearthwatch.statement_line IS '救助清单明细 | The lines of all statements; those of the newest of each month are what is known now.';
COMMENT ON COLUMN hearthwatch.statement_line.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.statement_line.month IS '救助月份 | First day of the month of benefit.';
COMMENT ON COLUMN hearthwatch.statement_line.known_on IS '知悉日期 | Day on which what is known changed to this.';
COMMENT ON COLUMN hearthwatch.statement_line.region IS '户籍地区划 | Region of registration.';
COMMENT ON COLUMN hearthwatch.statement_line.programme IS '救助项目 | Programme of relief.';
COMMENT ON COLUMN hearthwatch.statement_line.department IS '发放部门 | The department that grants and pays.';
COMMENT ON COLUMN hearthwatch.statement_line.policy IS '政策依据 | The policy that the grant names, or null.';
COMMENT ON COLUMN hearthwatch.statement_line.person_id IS '成员编号 | The member; null for the household.';
COMMENT ON COLUMN hearthwatch.statement_line.grants IS '核准次数 | Grants of the month.';
COMMENT ON COLUMN hearthwatch.statement_line.granted_fen IS '核准金额 | What was granted, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statement_line.paid_fen IS '发放金额 | What was paid for the month, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statement_line.corrected IS '曾更正 | Whether a department said any of it otherwise before.';
COMMENT ON COLUMN hearthwatch.statement_line.newest IS '最新 | Whether nothing else is known of the month since.';

GRANT SELECT ON hearthwatch.statement_line TO hearthwatch_analyst;
