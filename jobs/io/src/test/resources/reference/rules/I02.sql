-- I02, each member: present; the latest word on employment that says something else than the one before it lies within
-- months(12) and says unemployed, the one before says employed or self-employed; nobody works; reached(its day +
-- job-search-days), clearedBy human-resources.
CREATE VIEW rule_i02 AS
SELECT p.household_id, p.as_of, 'I02' AS rule, p.person_id AS subject,
       reached(p.region, p.as_of, due.day, ARRAY['human-resources']) AS holds,
       reason_of(due.day) AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(happened('EMPLOYMENT_CHANGED', lost.on_day),
            measured('workers', '', p.as_of, p.as_of, working.number, 'people')) AS measures,
       list(wait.used) AS limits,
       ARRAY[lost.record] AS records
FROM present_on p
CROSS JOIN LATERAL (
  SELECT told.*
  FROM (
    SELECT e.event_id, e.occurred_on AS on_day, e.record, e.body ->> 'status' AS status,
           lead(e.body ->> 'status') OVER (ORDER BY e.occurred_on DESC, e.event_id DESC) AS before
    FROM event e
    WHERE e.household_id = p.household_id
      AND e.type = 'EMPLOYMENT_CHANGED'
      AND e.person_id = p.person_id
      AND e.occurred_on <= p.as_of
  ) told
  WHERE told.before IS DISTINCT FROM told.status
  ORDER BY told.on_day DESC, told.event_id DESC
  LIMIT 1
) lost
CROSS JOIN LATERAL workers(p.household_id, p.as_of) working
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'job-search-days') wait
CROSS JOIN LATERAL (SELECT days_after(lost.on_day, wait.value) AS day) due
WHERE lost.on_day >= first_day(p.as_of, '12 months')
  AND lost.status = 'unemployed'
  AND lost.before IN ('employed', 'self-employed')
  AND working.number = 0;
