-- R04: income(months(12)) - rigid(months(12)) < 12 x members on the as-of date x L.
CREATE VIEW rule_r04 AS
SELECT h.household_id, h.as_of, 'R04' AS rule, '' AS subject,
       under.holds,
       CASE WHEN earned.fen IS NULL THEN earned.reason
            WHEN heads.number IS NULL THEN 'members-unknown'
            ELSE 'parameter-missing' END AS reason,
       paid.fen - earned.fen AS measure,
       'ORANGE' AS urgency,
       list(measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen'),
            measured('rigid', 'months(12)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('members', '', h.as_of, h.as_of, heads.number, 'people')) AS measures,
       list(under.limits) AS limits,
       earned.records || paid.records AS records
FROM household_on h
CROSS JOIN LATERAL spent(h.household_id, h.as_of, rigid(), '12 months') paid
CROSS JOIN LATERAL income(h.household_id, h.as_of, latest_closed_month(h.as_of), 12) earned
CROSS JOIN LATERAL members(h.household_id, h.as_of) heads
CROSS JOIN LATERAL less_than_lines(h.household_id, h.as_of, earned.fen - paid.fen, 12 * heads.number) under;
