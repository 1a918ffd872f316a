-- E01: educationUpTo(public-school-fees, months(12)) > 0, and x 100 > education-share-percent x income(months(12)).
CREATE VIEW rule_e01 AS
SELECT h.household_id, h.as_of, 'E01' AS rule, '' AS subject,
       paid.fen > 0 AND paid.fen * 100 > share.value * earned.fen AS holds,
       CASE WHEN paid.fen IS NULL OR share.value IS NULL THEN 'parameter-missing' ELSE earned.reason END AS reason,
       paid.fen AS measure,
       'YELLOW' AS urgency,
       list(measured('educationUpTo', 'months(12)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen')) AS measures,
       list(paid.limits, share.used) AS limits,
       paid.records || earned.records AS records
FROM household_on h
CROSS JOIN LATERAL education_up_to(h.household_id, h.as_of, 'public-school-fees', '12 months') paid
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'education-share-percent') share
CROSS JOIN LATERAL income(h.household_id, h.as_of, latest_closed_month(h.as_of), 12) earned;
