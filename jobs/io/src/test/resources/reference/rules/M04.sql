-- M04: medical(days(30)) > medical-burst-lines L, or at least medical-burst-bills medical bills within days(60), each with
-- net > medical-burst-bill-lines L. RED if perCapitaUnder(dibao-line, marginal-percent), else (also when that is not
-- assessable) ORANGE. Evidence tells of the bills only where the sum did not decide.
CREATE VIEW rule_m04 AS
SELECT h.household_id, h.as_of, 'M04' AS rule, '' AS subject,
       burst.holds OR bills.number >= needed.value AS holds,
       'parameter-missing' AS reason,
       paid60.fen AS measure,
       CASE WHEN poor.holds THEN 'RED' ELSE 'ORANGE' END AS urgency,
       CASE WHEN marginal.value IS NULL THEN 'parameter-missing' ELSE poor.reason END AS urgency_reason,
       list(measured('medical', 'days(30)', paid30.from_day, h.as_of, paid30.fen, 'fen'),
            CASE WHEN burst.holds IS NOT TRUE
                 THEN measured('medicalBillsOverLines', 'days(60)', paid60.from_day, h.as_of, bills.number, 'count') END,
            measured('medical', 'days(60)', paid60.from_day, h.as_of, paid60.fen, 'fen'),
            CASE WHEN marginal.value IS NOT NULL THEN poor.measures END) AS measures,
       list(sum_lines.used, burst.limits,
            CASE WHEN burst.holds IS NOT TRUE THEN list(bill_lines.used, bills.limits, needed.used) END,
            marginal.used, poor.limits) AS limits,
       paid30.records || paid60.records
         || CASE WHEN marginal.value IS NOT NULL THEN poor.records END AS records
FROM household_on h
CROSS JOIN LATERAL spent(h.household_id, h.as_of, medical(), '30 days') paid30
CROSS JOIN LATERAL spent(h.household_id, h.as_of, medical(), '60 days') paid60
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'medical-burst-lines') sum_lines
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'medical-burst-bill-lines') bill_lines
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'medical-burst-bills') needed
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'marginal-percent') marginal
CROSS JOIN LATERAL more_than_lines(h.household_id, h.as_of, paid30.fen, sum_lines.value) burst
CROSS JOIN LATERAL (
  SELECT CASE WHEN bill_lines.value IS NOT NULL AND NOT coalesce(bool_or(over.holds IS NULL), false)
              THEN count(*) FILTER (WHERE over.holds) END AS number,
         jsonb_concatenated(over.limits) AS limits
  FROM bills(h.household_id, h.as_of, medical(), '60 days') b
  CROSS JOIN LATERAL more_than_lines(h.household_id, h.as_of, b.net_fen, bill_lines.value) over
) bills
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'dibao-line', marginal.value, 0) poor;
