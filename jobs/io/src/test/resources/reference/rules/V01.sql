-- V01, second pass: in monitored; a rule of category shock or disaster fires, or perCapitaUnder(monitoring-line, 100). Evidence
-- tells of income only where no such rule fires.
CREATE VIEW rule_v01 AS
SELECT h.household_id, h.as_of, 'V01' AS rule, '' AS subject,
       struck.so OR poor.holds AS holds,
       poor.reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       CASE WHEN struck.so THEN '[]' ELSE poor.measures END AS measures,
       CASE WHEN struck.so THEN '[]' ELSE poor.limits END AS limits,
       CASE WHEN struck.so THEN '{}' ELSE poor.records END AS records
FROM household_on h
CROSS JOIN LATERAL (
  SELECT EXISTS (
    SELECT FROM first_pass f
    JOIN rule r ON r.id = f.rule
    WHERE f.household_id = h.household_id AND f.as_of = h.as_of AND f.holds AND r.category IN ('shock', 'disaster')) AS so
) struck
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'monitoring-line', 100, 0) poor
WHERE in_class(h.household_id, h.as_of, ARRAY['monitored']);
