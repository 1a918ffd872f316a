-- D01, each member: member on the as-of date; for some kind of disability the latest grading of that kind that
-- says another grade than the one before it lies within days(90) and is severe (grade 1 or 2, or 3 if intellectual or
-- mental), and the one before is none, not severe, or of a milder (greater) grade. Of several such kinds the one that was graded first is cited.
CREATE VIEW rule_d01 AS
SELECT DISTINCT ON (p.household_id, p.as_of, p.person_id)
       p.household_id, p.as_of, 'D01' AS rule, p.person_id AS subject,
       true AS holds,
       NULL AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(happened('DISABILITY_GRADED', grading.day)) AS measures,
       '[]'::jsonb AS limits,
       ARRAY[grading.record] AS records
FROM person_on p
CROSS JOIN LATERAL (
  SELECT told.*,
         row_number() OVER (PARTITION BY told.kind ORDER BY told.day DESC, told.event_id DESC) = 1 AS latest
  FROM (
    SELECT e.event_id, e.body ->> 'kind' AS kind,
           (e.body ->> 'grade')::int AS grade,
           lag((e.body ->> 'grade')::int) OVER of_kind AS before,
           first_value(e.occurred_on) OVER of_kind AS first_day_of_kind,
           first_value(e.event_id) OVER of_kind AS first_id_of_kind,
           e.occurred_on AS day,
           e.record
    FROM event e
    WHERE e.household_id = p.household_id
      AND e.type = 'DISABILITY_GRADED'
      AND e.person_id = p.person_id
      AND e.occurred_on <= p.as_of
    WINDOW of_kind AS (PARTITION BY e.body ->> 'kind' ORDER BY e.occurred_on, e.event_id)
  ) told
  WHERE told.before IS DISTINCT FROM told.grade
) grading
WHERE EXISTS (
    SELECT FROM member_span s
    WHERE s.household_id = p.household_id AND s.person_id = p.person_id AND p.as_of BETWEEN s.from_day AND s.last_day)
  AND grading.latest
  AND grading.day >= first_day(p.as_of, '90 days')
  AND severe(grading.kind, grading.grade)
  AND (grading.before IS NULL OR NOT severe(grading.kind, grading.before) OR grading.before > grading.grade)
ORDER BY p.household_id, p.as_of, p.person_id, grading.first_day_of_kind, grading.first_id_of_kind;
