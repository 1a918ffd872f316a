-- R02: rigid(days(90)) > expenditure-surge-lines L, and x 100 > expenditure-surge-percent x the same days 12 months earlier.
CREATE VIEW rule_r02 AS
SELECT h.household_id, h.as_of, 'R02' AS rule, '' AS subject,
       over.holds AND paid.fen * 100 > growth.value * earlier.fen AS holds,
       'parameter-missing' AS reason,
       paid.fen AS measure,
       'YELLOW' AS urgency,
       list(measured('rigid', 'days(90)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('earlierRigid', 'days(90)', earlier.from_day, earlier.to_day, earlier.fen, 'fen')) AS measures,
       list(lines.used, over.limits, growth.used) AS limits,
       paid.records || earlier.records AS records
FROM household_on h
CROSS JOIN LATERAL spent(h.household_id, h.as_of, rigid(), '90 days') paid
CROSS JOIN LATERAL earlier_rigid(h.household_id, h.as_of, '90 days', '12 months') earlier
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'expenditure-surge-lines') lines
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'expenditure-surge-percent') growth
CROSS JOIN LATERAL more_than_lines(h.household_id, h.as_of, paid.fen, lines.value) over;
