-- X02, each grant: within months(12); its programme is SAME_CAUSE_ONCE, and the person was granted it for the same cause before,
-- within the months(12) that end on the grant's day, here or elsewhere. The latest such grant is told.
CREATE VIEW rule_x02 AS
SELECT g.household_id, g.as_of, 'X02' AS rule, g.record AS subject,
       CASE WHEN matrix.relation IS NOT NULL THEN matrix.relation = 'SAME_CAUSE_ONCE' AND before.record IS NOT NULL END AS holds,
       'parameter-missing' AS reason,
       g.fen AS measure,
       'YELLOW' AS urgency,
       list(happened('GRANT_APPROVED', g.occurred_on), happened('GRANT_APPROVED', before.occurred_on)) AS measures,
       list(matrix.used) AS limits,
       ARRAY[g.record, before.record] AS records
FROM grant_on g
CROSS JOIN LATERAL together(g.household_id, g.as_of, g.programme, g.programme) matrix
LEFT JOIN LATERAL (
  SELECT o.record, o.occurred_on
  FROM other_grants(g.household_id, g.as_of, g.event_id, g.person_id) o
  WHERE o.programme = g.programme
    AND o.cause = g.cause
    AND o.occurred_on >= first_day(g.occurred_on, '12 months')
    AND (o.occurred_on, o.event_id) < (g.occurred_on, g.event_id)
  ORDER BY o.occurred_on DESC, o.event_id DESC
  LIMIT 1
) before ON true;
