-- I05: in each of the 2 latest closed months income per head under L (for a line a year: the 12 months ending there; heads
-- on that month's last day); in no class; no application of any kind within months(12).
CREATE VIEW rule_i05 AS
SELECT h.household_id, h.as_of, 'I05' AS rule, '' AS subject,
       latest.holds AND before.holds
         AND NOT EXISTS (SELECT FROM class_on c WHERE c.household_id = h.household_id AND c.as_of = h.as_of)
         AND NOT EXISTS (
           SELECT FROM event e
           WHERE e.household_id = h.household_id
             AND e.type = 'APPLICATION_MADE'
             AND e.occurred_on BETWEEN first_day(h.as_of, '12 months') AND h.as_of) AS holds,
       coalesce(latest.reason, before.reason) AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(latest.measures, before.measures) AS measures,
       list(latest.limits, before.limits) AS limits,
       latest.records || before.records AS records
FROM household_on h
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'dibao-line', 100, 0) latest
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'dibao-line', 100, 1) before;
