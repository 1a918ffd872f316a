-- H01: no aid of housing-aid since U, reached(U + repair-days), and not reached(G + 36 months), U = homeUnsafeSince(),
-- G = homeGradedOn(); clearedBy housing.
CREATE VIEW rule_h01 AS
SELECT h.household_id, h.as_of, 'H01' AS rule, '' AS subject,
       reached(h.region, h.as_of, due.day, ARRAY['housing'])
         AND NOT reached(h.region, h.as_of, due.over, ARRAY['housing']) AS holds,
       coalesce(unless_known(reached(h.region, h.as_of, due.day, ARRAY['housing']), reason_of(due.day)), reason_of(due.over)) AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       list(happened('DWELLING_GRADED', unsafe.since)) AS measures,
       list(wait.used) AS limits,
       ARRAY[unsafe.record] AS records
FROM household_on h
LEFT JOIN LATERAL home_unsafe(h.household_id, h.as_of) unsafe ON true
CROSS JOIN LATERAL (SELECT coalesce(unsafe.since, no_day()) AS day) since
CROSS JOIN LATERAL (
  SELECT coalesce(max(e.occurred_on), no_day()) AS on_day
  FROM event e
  WHERE e.household_id = h.household_id AND e.type = 'DWELLING_GRADED' AND e.occurred_on <= h.as_of
) graded
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'repair-days') wait
CROSS JOIN LATERAL (SELECT days_after(since.day, wait.value) AS day, months_after(graded.on_day, 36) AS over) due
WHERE NOT aid_since(h.household_id, h.as_of, ARRAY['housing-aid'], since.day);
