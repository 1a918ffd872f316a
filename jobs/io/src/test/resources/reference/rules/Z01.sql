-- Z01: a disaster within days(90) that made the home collapse or damaged it severely, or left somebody dead, missing or
-- injured.
CREATE VIEW rule_z01 AS
SELECT h.household_id, h.as_of, 'Z01' AS rule, '' AS subject,
       count(*) > 0 AS holds,
       NULL AS reason,
       count(*)::numeric AS measure,
       'RED' AS urgency,
       list(measured('severeImpacts', 'days(90)', first_day(h.as_of, '90 days'), h.as_of, count(*), 'count')) AS measures,
       '[]'::jsonb AS limits,
       array_agg(e.record) AS records
FROM household_on h
JOIN event e ON e.household_id = h.household_id
WHERE e.type = 'DISASTER_IMPACT'
  AND e.occurred_on BETWEEN first_day(h.as_of, '90 days') AND h.as_of
  AND (e.body ->> 'damage' IN ('collapsed', 'severe')
       OR (e.body ->> 'casualties')::bigint > 0
       OR (e.body ->> 'injured')::bigint > 0)
GROUP BY h.household_id, h.as_of;
