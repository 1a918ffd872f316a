-- C05: reached(the last day of grace - end-notice-days); no source is asked.
CREATE VIEW rule_c05 AS
SELECT h.household_id, h.as_of, 'C05' AS rule, '' AS subject,
       reached(h.region, h.as_of, due.day, '{}') AS holds,
       'parameter-missing' AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(happened('CLASS_RECOGNISED', grace.recognised)) AS measures,
       list(grace.limits, notice.used) AS limits,
       ARRAY[grace.record] AS records
FROM household_on h
LEFT JOIN LATERAL grace_ends(h.household_id, h.as_of) grace ON true
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'end-notice-days') notice
CROSS JOIN LATERAL (SELECT days_after(CASE WHEN grace.record IS NULL THEN no_day() ELSE grace.ends END, -notice.value) AS day) due;
