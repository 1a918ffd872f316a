-- H01: no aid of housing-aid since U, reached(U + repair-days), U = homeUnsafeSince(); clearedBy housing.
CREATE VIEW rule_h01 AS
SELECT h.household_id, h.as_of, 'H01' AS rule, '' AS subject,
       reached(h.region, h.as_of, due.day, ARRAY['housing']) AS holds,
       reason_of(due.day) AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       list(happened('DWELLING_GRADED', unsafe.since)) AS measures,
       list(wait.used) AS limits,
       ARRAY[unsafe.record] AS records
FROM household_on h
LEFT JOIN LATERAL home_unsafe(h.household_id, h.as_of) unsafe ON true
CROSS JOIN LATERAL (SELECT coalesce(unsafe.since, no_day()) AS day) since
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'repair-days') wait
CROSS JOIN LATERAL (SELECT days_after(since.day, wait.value) AS day) due
WHERE NOT aid_since(h.household_id, h.as_of, ARRAY['housing-aid'], since.day);
