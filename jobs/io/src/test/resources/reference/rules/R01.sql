-- R01: perCapitaUnder(disposable-income, 100); rigid(months(12)) x 100 > rigid-share-percent x income(months(12)); not in
-- dibao, tekun, marginal.
CREATE VIEW rule_r01 AS
SELECT h.household_id, h.as_of, 'R01' AS rule, '' AS subject,
       poor.holds
         AND paid.fen * 100 > share.value * earned.fen
         AND NOT EXISTS (
           SELECT FROM class_on c
           WHERE c.household_id = h.household_id AND c.as_of = h.as_of AND c.class IN ('dibao', 'tekun', 'marginal')) AS holds,
       coalesce(poor.reason, CASE WHEN share.value IS NULL THEN 'parameter-missing' END, earned.reason) AS reason,
       paid.fen AS measure,
       'YELLOW' AS urgency,
       list(poor.measures,
            measured('rigid', 'months(12)', paid.from_day, h.as_of, paid.fen, 'fen'),
            measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen')) AS measures,
       list(poor.limits, share.used) AS limits,
       poor.records || paid.records || earned.records AS records
FROM household_on h
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'disposable-income', 100, 0) poor
CROSS JOIN LATERAL spent(h.household_id, h.as_of, rigid(), '12 months') paid
CROSS JOIN LATERAL income(h.household_id, h.as_of, latest_closed_month(h.as_of), 12) earned
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'rigid-share-percent') share;
