-- C06, second pass: dibao or tekun ended within months(24), and that class is not in force, or a class in force is in
-- grace; and a rule of family M, I, R, Z or A fires. Every hit of those families goes one tier up (RED is the ceiling); its
-- own is as urgent as the highest of them, raised. The latest such end is cited; grace is not.
CREATE VIEW rule_c06 AS
SELECT h.household_id, h.as_of, 'C06' AS rule, '' AS subject,
       1::numeric AS measure,
       CASE WHEN ended.record IS NULL THEN '[]' ELSE list(happened('CLASS_ENDED', ended.occurred_on)) END AS measures,
       '[]'::jsonb AS limits,
       array_remove(ARRAY[ended.record], NULL) AS records
FROM household_on h
LEFT JOIN LATERAL (
  SELECT e.occurred_on, e.record
  FROM event e
  WHERE e.household_id = h.household_id
    AND e.type = 'CLASS_ENDED'
    AND e.occurred_on BETWEEN first_day(h.as_of, '24 months') AND h.as_of
    AND e.body ->> 'householdClass' IN ('dibao', 'tekun')
    AND NOT EXISTS (
      SELECT FROM class_on c
      WHERE c.household_id = h.household_id AND c.as_of = h.as_of AND c.class = e.body ->> 'householdClass')
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) ended ON true
WHERE ended.record IS NOT NULL OR in_grace(h.household_id, h.as_of);
