-- C04: in dibao; not in grace; in each of the 3 latest closed months income at least the line of all members and
-- employment-deduction-percent of it for each who works; and there is grace, whose months are told.
CREATE VIEW rule_c04 AS
SELECT h.household_id, h.as_of, 'C04' AS rule, '' AS subject,
       rich.holds AND months.value > 0 AS holds,
       CASE WHEN share.value IS NULL OR rich.holds THEN 'parameter-missing' ELSE rich.reason END AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       rich.measures,
       list(share.used, rich.limits, months.used) AS limits,
       rich.records
FROM household_on h
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'employment-deduction-percent') share
CROSS JOIN LATERAL every_month_at_least(h.household_id, h.as_of, 'dibao-line', share.value, 3) rich
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'grace-months') months
WHERE in_class(h.household_id, h.as_of, ARRAY['dibao'])
  AND NOT in_grace(h.household_id, h.as_of);
