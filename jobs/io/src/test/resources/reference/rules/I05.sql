-- I05: in no class; no application of any kind within months(12); in each of the 2 latest closed months income per head under
-- L (for a line a year: the 12 months ending there; heads on that month's last day); reached(lastMonthClosedOn()), clearedBy
-- civil-affairs.
CREATE VIEW rule_i05 AS
SELECT h.household_id, h.as_of, 'I05' AS rule, '' AS subject,
       poor.holds AND reached(h.region, h.as_of, closed.day, ARRAY['civil-affairs']) AS holds,
       coalesce(poor.reason, reason_of(closed.day)) AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       poor.measures, poor.limits, poor.records
FROM household_on h
CROSS JOIN LATERAL every_month_under(h.household_id, h.as_of, 'dibao-line', 100, 2) poor
CROSS JOIN LATERAL (SELECT last_closed_on(h.as_of) AS day) closed
WHERE NOT in_any_class(h.household_id, h.as_of)
  AND NOT EXISTS (
    SELECT FROM event e
    WHERE e.household_id = h.household_id
      AND e.type = 'APPLICATION_MADE'
      AND e.occurred_on BETWEEN first_day(h.as_of, '12 months') AND h.as_of);
