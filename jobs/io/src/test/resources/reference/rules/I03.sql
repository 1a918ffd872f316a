-- I03: income of the 3 latest closed months x 100 < income-collapse-percent x income of the 3 months before; that earlier
-- income > 0; perCapitaUnder(dibao-line, 200).
CREATE VIEW rule_i03 AS
SELECT h.household_id, h.as_of, 'I03' AS rule, '' AS subject,
       latest.fen * 100 < share.value * earlier.fen AND earlier.fen > 0 AND poor.holds AS holds,
       coalesce(latest.reason, CASE WHEN share.value IS NULL THEN 'parameter-missing' END, earlier.reason, poor.reason) AS reason,
       earlier.fen - latest.fen AS measure,
       'ORANGE' AS urgency,
       list(measured('income', 'months(3)', latest.from_day, latest.to_day, latest.fen, 'fen'),
            measured('earlierIncome', 'months(3)', earlier.from_day, earlier.to_day, earlier.fen, 'fen'),
            poor.measures) AS measures,
       list(share.used, poor.limits) AS limits,
       latest.records || earlier.records || poor.records AS records
FROM household_on h
CROSS JOIN LATERAL income(h.household_id, h.as_of, latest_closed_month(h.as_of), 3) latest
CROSS JOIN LATERAL income(h.household_id, h.as_of, months_before(latest_closed_month(h.as_of), 3), 3) earlier
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'income-collapse-percent') share
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'dibao-line', 200, 0) poor;
