-- M02: medical(months(12)) x 100 >= medical-share-percent x income(months(12)), and medical(months(12)) > 1 L.
CREATE VIEW rule_m02 AS
SELECT h.household_id, h.as_of, 'M02' AS rule, '' AS subject,
       paid.fen * 100 >= share.value * earned.fen AND over.holds AS holds,
       CASE WHEN over.holds IS NULL OR share.value IS NULL THEN 'parameter-missing' ELSE earned.reason END AS reason,
       paid.fen AS measure,
       'ORANGE' AS urgency,
       list(measured('medical', 'months(12)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen')) AS measures,
       list(share.used, over.limits) AS limits,
       paid.records || earned.records AS records
FROM household_on h
CROSS JOIN LATERAL spent(h.household_id, h.as_of, medical(), '12 months') paid
CROSS JOIN LATERAL income(h.household_id, h.as_of, latest_closed_month(h.as_of), 12) earned
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'medical-share-percent') share
CROSS JOIN LATERAL more_than_lines(h.household_id, h.as_of, paid.fen, 1) over;
