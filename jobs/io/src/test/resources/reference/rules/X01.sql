-- X01, each grant: within months(12); another grant of the person within months(12), here or elsewhere, is EXCLUDE with it, or
-- HIGHER_OF while both programmes were paid for one month. Measure: over those grants and months the lower of both sums.
CREATE VIEW rule_x01 AS
SELECT g.household_id, g.as_of, 'X01' AS rule, g.record AS subject,
       clashing.some AS holds,
       'parameter-missing' AS reason,
       clashing.excess AS measure,
       'YELLOW' AS urgency,
       list(happened('GRANT_APPROVED', g.occurred_on), clashing.measures,
            measured('grant.excess', '', g.as_of, g.as_of, clashing.excess, 'fen')) AS measures,
       clashing.limits,
       ARRAY[g.record] || clashing.records || own.records AS records
FROM grant_on g
CROSS JOIN LATERAL (
  SELECT coalesce(array_concatenated(p.records), '{}') AS records
  FROM paid_by(g.household_id, g.as_of, g.person_id, g.programme) p
) own
CROSS JOIN LATERAL (
  SELECT any_of(matrix.relation = 'EXCLUDE' OR matrix.relation = 'HIGHER_OF' AND both_paid.some) AS some,
         coalesce(sum(both_paid.fen) FILTER (WHERE matrix.relation = 'EXCLUDE' OR both_paid.some AND matrix.relation = 'HIGHER_OF'), 0)
           AS excess,
         jsonb_concatenated(list(happened('GRANT_APPROVED', o.occurred_on)))
           FILTER (WHERE matrix.relation = 'EXCLUDE' OR both_paid.some AND matrix.relation = 'HIGHER_OF') AS measures,
         jsonb_concatenated(list(matrix.used)) AS limits,
         array_concatenated(ARRAY[o.record] || theirs.records)
           FILTER (WHERE matrix.relation = 'EXCLUDE' OR both_paid.some AND matrix.relation = 'HIGHER_OF') AS records
  FROM other_grants(g.household_id, g.as_of, g.event_id, g.person_id) o
  CROSS JOIN LATERAL together(g.household_id, g.as_of, g.programme, o.programme) matrix
  CROSS JOIN LATERAL (
    SELECT coalesce(array_concatenated(p.records), '{}') AS records
    FROM paid_by(o.household_id, g.as_of, g.person_id, o.programme) p
  ) theirs
  CROSS JOIN LATERAL (
    SELECT count(*) > 0 AS some, coalesce(sum(least(one.fen, other.fen)), 0) AS fen
    FROM paid_by(g.household_id, g.as_of, g.person_id, g.programme) one
    JOIN paid_by(o.household_id, g.as_of, g.person_id, o.programme) other USING (month)
  ) both_paid
  WHERE o.occurred_on >= first_day(g.as_of, '12 months')
) clashing;
