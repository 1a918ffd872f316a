-- A01, each accident: within days(90); with hospital stay or a death; as-of date >= day of the accident +
-- temporary-relief-days; no grant of temporary-relief from the day of the accident through that day. Where it would fire,
-- or is not assessable, while civil-affairs is not complete through that day, it is not assessable (source-incomplete).
CREATE VIEW rule_a01 AS
SELECT asked.household_id, asked.as_of, 'A01' AS rule, asked.record AS subject,
       CASE WHEN silent.so THEN asked.holds AND NULL ELSE asked.holds END AS holds,
       CASE WHEN silent.so THEN 'source-incomplete' ELSE 'parameter-missing' END AS reason,
       1::numeric AS measure,
       'RED' AS urgency,
       list(happened('ACCIDENT_HAPPENED', asked.occurred_on)) AS measures,
       list(asked.used) AS limits,
       ARRAY[asked.record] AS records
FROM (
  SELECT h.household_id, h.as_of, h.region, e.record, e.occurred_on, relief.used, due.day AS due_day,
         e.occurred_on >= first_day(h.as_of, '90 days')
           AND ((e.body ->> 'hospitalStay')::boolean OR (e.body ->> 'deaths')::bigint > 0)
           AND h.as_of >= due.day
           AND NOT EXISTS (
             SELECT FROM event g
             WHERE g.household_id = h.household_id
               AND g.type = 'GRANT_APPROVED'
               AND g.body ->> 'programme' = 'temporary-relief'
               AND g.occurred_on BETWEEN e.occurred_on AND due.day
               AND g.occurred_on <= h.as_of) AS holds
  FROM household_on h
  JOIN event e ON e.household_id = h.household_id AND e.type = 'ACCIDENT_HAPPENED' AND e.occurred_on <= h.as_of
  CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'temporary-relief-days') relief
  CROSS JOIN LATERAL (SELECT e.occurred_on + relief.value::int AS day) due
) asked
CROSS JOIN LATERAL (
  SELECT coalesce((SELECT c.day FROM complete_on c
                   WHERE c.region = asked.region AND c.as_of = asked.as_of AND c.source = 'civil-affairs') < asked.due_day,
                  asked.due_day IS NOT NULL) AS so
) silent;
