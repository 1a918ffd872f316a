-- I06: in no class on any day within days(60); income per head under marginal-percent of L in each of the 3 latest closed
-- months; reached(lastMonthClosedOn()), clearedBy civil-affairs.
CREATE VIEW rule_i06 AS
SELECT h.household_id, h.as_of, 'I06' AS rule, '' AS subject,
       poor.holds AND reached(h.region, h.as_of, closed.day, ARRAY['civil-affairs']) AS holds,
       CASE WHEN percent.value IS NULL THEN 'parameter-missing' ELSE coalesce(poor.reason, reason_of(closed.day)) END AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       poor.measures,
       list(percent.used, poor.limits) AS limits,
       poor.records
FROM household_on h
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'marginal-percent') percent
CROSS JOIN LATERAL every_month_under(h.household_id, h.as_of, 'dibao-line', percent.value, 3) poor
CROSS JOIN LATERAL (SELECT last_closed_on(h.as_of) AS day) closed
WHERE in_no_class(h.household_id, h.as_of, '60 days');
