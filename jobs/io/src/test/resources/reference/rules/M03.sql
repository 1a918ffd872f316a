-- M03: medical(months(12)) > 0, and more than catastrophic-percent of what all spending of months(12) is beyond 12 L a
-- member.
CREATE VIEW rule_m03 AS
SELECT h.household_id, h.as_of, 'M03' AS rule, '' AS subject,
       paid.fen > 0 AND over.holds AS holds,
       CASE WHEN share.value IS NULL THEN 'parameter-missing'
            WHEN budget.fen IS NULL THEN 'spending-unknown'
            WHEN heads.number IS NULL THEN 'members-unknown'
            ELSE 'parameter-missing' END AS reason,
       paid.fen AS measure,
       'YELLOW' AS urgency,
       list(measured('medical', 'months(12)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('spending', 'months(12)', budget.from_day, h.as_of, budget.fen, 'fen'),
            measured('members', '', h.as_of, h.as_of, heads.number, 'people')) AS measures,
       list(share.used, over.limits) AS limits,
       paid.records || budget.records AS records
FROM household_on h
CROSS JOIN LATERAL spent(h.household_id, h.as_of, medical(), '12 months') paid
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'catastrophic-percent') share
CROSS JOIN LATERAL spending(h.household_id, h.as_of, '12 months') budget
CROSS JOIN LATERAL members(h.household_id, h.as_of) heads
CROSS JOIN LATERAL more_than_percent_beyond_lines(
  h.household_id, h.as_of, paid.fen, share.value, budget.fen, 12 * heads.number) over;
