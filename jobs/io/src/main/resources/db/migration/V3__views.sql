-- What analysts and the command read. A view is added to, never changed in its meaning.

CREATE VIEW hearthwatch.current_case AS
SELECT DISTINCT ON (case_id)
  case_id, household_id, registered_region, status, urgency, opened_on, ended_on, visit_by, as_of,
  opened_for, bundle_version, sequence, transition, cause, appended_at, change_id
FROM hearthwatch.risk_case_change
ORDER BY case_id, sequence DESC;

COMMENT ON VIEW hearthwatch.current_case IS '工单现状 | Every case as it was last said: its change with the highest sequence.';
COMMENT ON COLUMN hearthwatch.current_case.case_id IS '工单编号 | The case.';
COMMENT ON COLUMN hearthwatch.current_case.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.current_case.registered_region IS '户籍地区划 | Region of registration as of the date.';
COMMENT ON COLUMN hearthwatch.current_case.status IS '状态 | Where the case stands.';
COMMENT ON COLUMN hearthwatch.current_case.urgency IS '紧急程度 | Urgency of the highest hit; after the end, of the last one.';
COMMENT ON COLUMN hearthwatch.current_case.opened_on IS '开案日期 | Day on which the case was first opened.';
COMMENT ON COLUMN hearthwatch.current_case.ended_on IS '结束日期 | Day of the end; null while the case is open.';
COMMENT ON COLUMN hearthwatch.current_case.visit_by IS '入户时限 | Instant by which somebody must have visited.';
COMMENT ON COLUMN hearthwatch.current_case.as_of IS '评估日期 | Date as of which the household was last looked at with a change.';
COMMENT ON COLUMN hearthwatch.current_case.opened_for IS '开案规则 | Rules that opened or reopened the case.';
COMMENT ON COLUMN hearthwatch.current_case.bundle_version IS '政策版本 | Version of the policy that decided.';
COMMENT ON COLUMN hearthwatch.current_case.sequence IS '变更序号 | Number of changes of the case.';
COMMENT ON COLUMN hearthwatch.current_case.transition IS '最近变更 | What changed last.';
COMMENT ON COLUMN hearthwatch.current_case.cause IS '最近起因 | What brought the last change about.';
COMMENT ON COLUMN hearthwatch.current_case.appended_at IS '发布时间 | Instant at which the broker got the last change.';
COMMENT ON COLUMN hearthwatch.current_case.change_id IS '变更编号 | The last change.';

CREATE VIEW hearthwatch.open_case AS
SELECT
  case_id, household_id, registered_region, status, urgency, visit_by, opened_on, as_of,
  opened_for, bundle_version, sequence, transition, cause, appended_at, change_id
FROM hearthwatch.current_case
WHERE status IN ('OPEN', 'ACCEPTED')
ORDER BY urgency DESC, visit_by, case_id;

COMMENT ON VIEW hearthwatch.open_case IS '在办工单 | Cases that have not ended, the most urgent first, then the earliest deadline.';
COMMENT ON COLUMN hearthwatch.open_case.case_id IS '工单编号 | The case.';
COMMENT ON COLUMN hearthwatch.open_case.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.open_case.registered_region IS '户籍地区划 | Region of registration as of the date.';
COMMENT ON COLUMN hearthwatch.open_case.status IS '状态 | OPEN, or ACCEPTED by a caseworker.';
COMMENT ON COLUMN hearthwatch.open_case.urgency IS '紧急程度 | Urgency of the highest hit.';
COMMENT ON COLUMN hearthwatch.open_case.visit_by IS '入户时限 | Instant by which somebody must have visited.';
COMMENT ON COLUMN hearthwatch.open_case.opened_on IS '开案日期 | Day on which the case was first opened.';
COMMENT ON COLUMN hearthwatch.open_case.as_of IS '评估日期 | Date as of which the household was last looked at with a change.';
COMMENT ON COLUMN hearthwatch.open_case.opened_for IS '开案规则 | Rules that opened or reopened the case.';
COMMENT ON COLUMN hearthwatch.open_case.bundle_version IS '政策版本 | Version of the policy that decided.';
COMMENT ON COLUMN hearthwatch.open_case.sequence IS '变更序号 | Number of changes of the case.';
COMMENT ON COLUMN hearthwatch.open_case.transition IS '最近变更 | What changed last.';
COMMENT ON COLUMN hearthwatch.open_case.cause IS '最近起因 | What brought the last change about.';
COMMENT ON COLUMN hearthwatch.open_case.appended_at IS '发布时间 | Instant at which the broker got the last change.';
COMMENT ON COLUMN hearthwatch.open_case.change_id IS '变更编号 | The last change.';

CREATE VIEW hearthwatch.hits_of_open_cases AS
SELECT
  o.case_id, o.household_id, o.registered_region, o.visit_by, h.hit_number, h.rule_id,
  h.rule_name_zh, h.rule_name_en, h.category, h.subject, h.urgency, h.raised_by, h.measure,
  h.record_count, h.clears_zh, h.clears_en, h.notify, o.change_id
FROM hearthwatch.open_case o
JOIN hearthwatch.risk_hit h USING (change_id);

COMMENT ON VIEW hearthwatch.hits_of_open_cases IS '在办工单的命中规则 | The hits that are open now, with the case that bundles them.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.case_id IS '工单编号 | The case.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.household_id IS '家庭编号 | Pseudonymous id of the household.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.registered_region IS '户籍地区划 | Region of registration as of the date.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.visit_by IS '入户时限 | Instant by which somebody must have visited.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.hit_number IS '命中序号 | The hit within the case, from 1.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.rule_id IS '规则编号 | The rule, for instance M02.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.rule_name_zh IS '规则名称（中文） | What the rule is called, in Chinese.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.rule_name_en IS '规则名称（英文） | What the rule is called, in English.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.category IS '规则类别 | Category of the rule.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.subject IS '对象 | Member or accident it is about; empty for the household.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.urgency IS '紧急程度 | Urgency of this hit, after raising.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.raised_by IS '升级依据 | Rule that raised it, or empty.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.measure IS '程度 | A number that grows as things get worse.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.record_count IS '依据记录数 | Number of events that made it true.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.clears_zh IS '解除条件（中文） | What would end the hit, in Chinese.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.clears_en IS '解除条件（英文） | What would end the hit, in English.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.notify IS '通知部门 | Departments that the hit concerns.';
COMMENT ON COLUMN hearthwatch.hits_of_open_cases.change_id IS '变更编号 | The change that says it.';

-- A change belongs to every category of its hits; an end has no hits and belongs to those of the change before it. So
-- the categories of a month add up to more than its cases, which is what the row ALL is for.
CREATE VIEW hearthwatch.cases_by_region_and_month AS
WITH change AS (
  SELECT c.*,
    CASE WHEN status IN ('CLOSED', 'WITHDRAWN')
      THEN lag(change_id) OVER (PARTITION BY case_id ORDER BY sequence)
      ELSE change_id END AS change_with_hits
  FROM hearthwatch.risk_case_change c),
categorised AS (
  SELECT change_id, change_with_hits, registered_region, as_of, urgency, transition, 'ALL' AS category
  FROM change
  UNION ALL
  SELECT DISTINCT c.change_id, c.change_with_hits, c.registered_region, c.as_of, c.urgency,
    c.transition, h.category
  FROM change c JOIN hearthwatch.risk_hit h ON h.change_id = c.change_with_hits)
SELECT
  registered_region,
  date_trunc('month', as_of::timestamp)::date AS month,
  urgency,
  category,
  count(*) FILTER (WHERE transition = 'OPENED') AS opened,
  count(*) FILTER (WHERE transition = 'REOPENED') AS reopened,
  count(*) FILTER (WHERE transition = 'RAISED') AS raised,
  count(*) FILTER (WHERE transition = 'WITHDRAWN') AS withdrawn,
  count(*) FILTER (WHERE transition = 'CLOSED') AS closed
FROM categorised
WHERE transition IN ('OPENED', 'REOPENED', 'RAISED', 'WITHDRAWN', 'CLOSED')
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3 DESC, 4;

COMMENT ON VIEW hearthwatch.cases_by_region_and_month IS '分地区分月工单 | Changes of cases by region, month, urgency and category; a change with hits of two categories counts in both, and once in ALL.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.registered_region IS '户籍地区划 | Region of registration as of the change.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.month IS '月份 | First day of the month of the change.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.urgency IS '紧急程度 | Urgency after the change; of an end, the last one.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.category IS '规则类别 | Category of a hit; of an end, those of the change before it; ALL for every change once.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.opened IS '开案数 | Cases opened.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.reopened IS '重启数 | Cases reopened.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.raised IS '升级数 | Times that a case became more urgent.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.withdrawn IS '撤回数 | Cases withdrawn.';
COMMENT ON COLUMN hearthwatch.cases_by_region_and_month.closed IS '结案数 | Cases closed.';

-- How busy and how precise a rule is. Withdrawn counts by the month of the opening, so that the share of a month is of
-- the cases of that month; it grows for a while after the month is over.
CREATE VIEW hearthwatch.rule_activity AS
WITH hit AS (
  SELECT DISTINCT ON (c.case_id, h.rule_id, h.subject) h.rule_id, c.as_of
  FROM hearthwatch.risk_case_change c JOIN hearthwatch.risk_hit h USING (change_id)
  ORDER BY c.case_id, h.rule_id, h.subject, c.sequence),
opening AS (
  SELECT DISTINCT rule_id, o.change_id, o.as_of, o.case_id, o.sequence
  FROM hearthwatch.risk_case_change o, unnest(o.opened_for) AS rule_id
  WHERE o.transition IN ('OPENED', 'REOPENED')),
ended AS (
  SELECT o.rule_id, o.as_of, e.status
  FROM opening o
  LEFT JOIN LATERAL (
    SELECT status FROM hearthwatch.risk_case_change
    WHERE case_id = o.case_id AND sequence > o.sequence AND status IN ('CLOSED', 'WITHDRAWN')
    ORDER BY sequence LIMIT 1) e ON true),
activity AS (
  SELECT rule_id, as_of, 1 AS hits, 0 AS opened, 0 AS withdrawn, 0 AS closed FROM hit
  UNION ALL
  SELECT rule_id, as_of, 0, 1,
    CASE status WHEN 'WITHDRAWN' THEN 1 ELSE 0 END, CASE status WHEN 'CLOSED' THEN 1 ELSE 0 END
  FROM ended),
name AS (
  SELECT DISTINCT ON (h.rule_id) h.rule_id, h.rule_name_zh, h.rule_name_en
  FROM hearthwatch.risk_hit h JOIN hearthwatch.risk_case_change c USING (change_id)
  ORDER BY h.rule_id, c.as_of DESC, c.change_id)
SELECT
  rule_id,
  rule_name_zh,
  rule_name_en,
  date_trunc('month', as_of::timestamp)::date AS month,
  sum(hits) AS hits,
  sum(opened) AS cases_opened,
  sum(withdrawn) AS cases_withdrawn,
  sum(closed) AS cases_closed,
  round(100.0 * sum(withdrawn) / nullif(sum(opened), 0), 1) AS withdrawn_percent
FROM activity LEFT JOIN name USING (rule_id)
GROUP BY 1, 2, 3, 4
ORDER BY 1, 4;

COMMENT ON VIEW hearthwatch.rule_activity IS '规则活跃度 | How often each rule hit in a month, how many cases it opened, and how many of those were withdrawn since.';
COMMENT ON COLUMN hearthwatch.rule_activity.rule_id IS '规则编号 | The rule, for instance M02.';
COMMENT ON COLUMN hearthwatch.rule_activity.rule_name_zh IS '规则名称（中文） | What the rule was last called, in Chinese.';
COMMENT ON COLUMN hearthwatch.rule_activity.rule_name_en IS '规则名称（英文） | What the rule was last called, in English.';
COMMENT ON COLUMN hearthwatch.rule_activity.month IS '月份 | First day of the month of the hit or opening.';
COMMENT ON COLUMN hearthwatch.rule_activity.hits IS '命中数 | Hits that a case had for the first time; each member or accident is one.';
COMMENT ON COLUMN hearthwatch.rule_activity.cases_opened IS '开案数 | Cases that it opened or reopened, alone or with others.';
COMMENT ON COLUMN hearthwatch.rule_activity.cases_withdrawn IS '撤回数 | Those of them that were withdrawn since.';
COMMENT ON COLUMN hearthwatch.rule_activity.cases_closed IS '结案数 | Those of them that were closed since.';
COMMENT ON COLUMN hearthwatch.rule_activity.withdrawn_percent IS '撤回率 | Withdrawn of 100 opened; null where none was opened.';

CREATE VIEW hearthwatch.dead_letters_by_reason AS
SELECT
  reason,
  topic,
  count(*) AS letters,
  count(*) FILTER (WHERE replayed_at IS NULL) AS waiting,
  count(replayed_at) AS replayed,
  min(refused_at) AS first_refused_at,
  max(refused_at) AS last_refused_at
FROM quarantine.dead_letter
WHERE expires_at > now()
GROUP BY reason, topic
ORDER BY letters DESC, reason, topic;

COMMENT ON VIEW hearthwatch.dead_letters_by_reason IS '死信统计 | Refused records by reason and topic: counts only, nothing of what they hold.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.reason IS '拒收原因 | Code of the refusal.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.topic IS '主题 | Topic of the records.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.letters IS '死信数 | Refused records that have not expired.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.waiting IS '待处理数 | Those of them that were not replayed.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.replayed IS '已重放数 | Those of them that were put back on their topic.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.first_refused_at IS '最早拒收时间 | Instant of the earliest refusal.';
COMMENT ON COLUMN hearthwatch.dead_letters_by_reason.last_refused_at IS '最近拒收时间 | Instant of the latest refusal.';

CREATE VIEW hearthwatch.unreadable_by_reason AS
SELECT topic, reason, detail, count(*) AS records, max(appended_at) AS last_appended_at
FROM quarantine.unreadable_record
WHERE expires_at > now()
GROUP BY topic, reason, detail
ORDER BY records DESC, topic, reason, detail;

COMMENT ON VIEW hearthwatch.unreadable_by_reason IS '无法读取的记录统计 | Alerts and dead letters that could not be taken in: counts only. Empty when all is well.';
COMMENT ON COLUMN hearthwatch.unreadable_by_reason.topic IS '主题 | Topic of the records.';
COMMENT ON COLUMN hearthwatch.unreadable_by_reason.reason IS '原因 | garbage, unknown-schema or bad-field.';
COMMENT ON COLUMN hearthwatch.unreadable_by_reason.detail IS '原因说明 | What exactly was wrong.';
COMMENT ON COLUMN hearthwatch.unreadable_by_reason.records IS '记录数 | Number of records.';
COMMENT ON COLUMN hearthwatch.unreadable_by_reason.last_appended_at IS '最近到达时间 | Instant at which the broker got the latest.';
