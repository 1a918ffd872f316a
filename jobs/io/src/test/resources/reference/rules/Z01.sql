-- Z01: disasters of which the latest record about somebody (or about nobody in particular) lies within days(90) and says that
-- the home collapsed or was damaged severely, or that somebody is dead, missing or injured.
CREATE VIEW rule_z01 AS
SELECT h.household_id, h.as_of, 'Z01' AS rule, '' AS subject,
       count(*) > 0 AS holds,
       NULL AS reason,
       count(DISTINCT impact.body ->> 'disasterId')::numeric AS measure,
       'RED' AS urgency,
       list(measured('severeImpacts', 'days(90)', first_day(h.as_of, '90 days'), h.as_of,
                     count(DISTINCT impact.body ->> 'disasterId'), 'count')) AS measures,
       '[]'::jsonb AS limits,
       array_agg(impact.record) AS records
FROM household_on h
CROSS JOIN LATERAL (
  SELECT DISTINCT ON (e.body ->> 'disasterId', e.person_id) e.body, e.record, e.occurred_on
  FROM event e
  WHERE e.household_id = h.household_id AND e.type = 'DISASTER_IMPACT' AND e.occurred_on <= h.as_of
  ORDER BY e.body ->> 'disasterId', e.person_id, e.occurred_on DESC, e.event_id DESC
) impact
WHERE impact.occurred_on >= first_day(h.as_of, '90 days')
  AND (impact.body ->> 'damage' IN ('collapsed', 'severe')
       OR (impact.body ->> 'casualties')::bigint > 0
       OR (impact.body ->> 'injured')::bigint > 0)
GROUP BY h.household_id, h.as_of;
