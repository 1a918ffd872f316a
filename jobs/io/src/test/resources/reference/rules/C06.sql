-- C06, second pass: dibao or tekun ended within months(24), by an end or the day after its validity, and neither is in force, or a class in force is in
-- grace; and a rule of family M, I, R, Z or A fires. Every hit of those families goes one tier up (RED is the ceiling); its
-- own is as urgent as the highest of them, raised. The latest such end is cited; grace is not.
CREATE VIEW rule_c06 AS
SELECT h.household_id, h.as_of, 'C06' AS rule, '' AS subject,
       1::numeric AS measure,
       CASE WHEN ended.record IS NULL THEN '[]' ELSE list(happened(ended.type, ended.occurred_on)) END AS measures,
       '[]'::jsonb AS limits,
       array_remove(ARRAY[ended.record], NULL) AS records
FROM household_on h
LEFT JOIN LATERAL (
  SELECT e.type, e.occurred_on, e.record
  FROM event e
  CROSS JOIN LATERAL (
    SELECT CASE WHEN e.type = 'CLASS_ENDED' THEN e.occurred_on
                ELSE DATE '1970-01-01' + (e.body ->> 'validThrough')::int + 1 END AS day
  ) over
  WHERE e.household_id = h.household_id
    AND e.type IN ('CLASS_ENDED', 'CLASS_RECOGNISED')
    AND e.occurred_on <= h.as_of
    AND over.day BETWEEN first_day(h.as_of, '24 months') AND h.as_of
    AND e.body ->> 'householdClass' IN ('dibao', 'tekun')
    AND (e.type = 'CLASS_ENDED' OR NOT EXISTS (
      SELECT FROM event o
      WHERE o.household_id = h.household_id
        AND o.type = 'CLASS_ENDED'
        AND o.body ->> 'householdClass' = e.body ->> 'householdClass'
        AND o.occurred_on BETWEEN e.occurred_on AND over.day - 1))
    AND (e.type = 'CLASS_ENDED' OR over.day > e.occurred_on)
    AND NOT in_class(h.household_id, h.as_of, ARRAY['dibao', 'tekun'])
  ORDER BY over.day DESC, e.type, e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) ended ON true
WHERE ended.record IS NOT NULL OR in_grace(h.household_id, h.as_of);
