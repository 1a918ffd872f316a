-- I04: the incomes of the 6 latest closed months vary by over income-variation-percent, and the least of them is under L a
-- member.
CREATE VIEW rule_i04 AS
SELECT h.household_id, h.as_of, 'I04' AS rule, '' AS subject,
       varies.so AND under.holds AS holds,
       coalesce(unless_known(varies.so, CASE WHEN share.value IS NULL THEN 'parameter-missing' ELSE earned.reason END),
                earned.reason,
                CASE WHEN heads.number IS NULL THEN 'members-unknown' ELSE 'parameter-missing' END) AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(measured('income', 'months(6)', earned.from_day, earned.to_day, earned.sum_fen, 'fen'),
            measured('leastIncome', 'months(6)', earned.from_day, earned.to_day, earned.least_fen, 'fen'),
            measured('members', '', h.as_of, h.as_of, heads.number, 'people')) AS measures,
       list(share.used, under.limits) AS limits,
       earned.records
FROM household_on h
CROSS JOIN LATERAL incomes(h.household_id, h.as_of, 6) earned
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'income-variation-percent') share
CROSS JOIN LATERAL members(h.household_id, h.as_of) heads
CROSS JOIN LATERAL (SELECT varies_over(6, earned.sum_fen, earned.squares, share.value) AS so) varies
CROSS JOIN LATERAL less_than_lines(h.household_id, h.as_of, earned.least_fen, heads.number) under;
