-- P04: not in grace; in each of the 2 latest closed months in dibao, and paid by over underpaid-tolerance less than owed;
-- reached(lastMonthClosedOn()), clearedBy civil-affairs.
CREATE VIEW rule_p04 AS
SELECT h.household_id, h.as_of, 'P04' AS rule, '' AS subject,
       under.so AND reached(h.region, h.as_of, closed.day, ARRAY['civil-affairs']) AS holds,
       coalesce(unless_known(under.so, CASE WHEN most.value IS NULL THEN 'parameter-missing' ELSE owed.reason END),
                reason_of(closed.day)) AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       owed.measures,
       list(most.used, owed.limits) AS limits,
       owed.records
FROM household_on h
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'underpaid-tolerance') most
CROSS JOIN LATERAL paid_under_owed(h.household_id, h.as_of, 'dibao', 2, most.value) owed
CROSS JOIN LATERAL (SELECT CASE WHEN most.value IS NOT NULL THEN owed.holds END AS so) under
CROSS JOIN LATERAL (SELECT last_closed_on(h.as_of) AS day) closed
WHERE NOT in_grace(h.household_id, h.as_of);
