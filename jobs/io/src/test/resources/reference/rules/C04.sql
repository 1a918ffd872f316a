-- C04: in dibao; not in grace; in each of the 3 latest closed months income at least the line of all members and
-- employment-deduction-percent of it for each who works.
CREATE VIEW rule_c04 AS
SELECT h.household_id, h.as_of, 'C04' AS rule, '' AS subject,
       rich.holds,
       CASE WHEN share.value IS NULL THEN 'parameter-missing' ELSE rich.reason END AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       rich.measures,
       list(share.used, rich.limits) AS limits,
       rich.records
FROM household_on h
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'employment-deduction-percent') share
CROSS JOIN LATERAL every_month_at_least(h.household_id, h.as_of, 'dibao-line', share.value, 3) rich
WHERE in_class(h.household_id, h.as_of, ARRAY['dibao'])
  AND NOT in_grace(h.household_id, h.as_of);
