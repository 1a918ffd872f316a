-- C05: reached(the day through which grace is valid - end-notice-days); no source is asked.
CREATE VIEW rule_c05 AS
SELECT h.household_id, h.as_of, 'C05' AS rule, '' AS subject,
       reached(h.region, h.as_of, due.day, '{}') AS holds,
       'parameter-missing' AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(happened('CLASS_RECOGNISED', grace.recognised)) AS measures,
       list(notice.used) AS limits,
       ARRAY[grace.record] AS records
FROM household_on h
LEFT JOIN LATERAL last_to_end(h.household_id, h.as_of, NULL, 'grace') grace ON true
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'end-notice-days') notice
CROSS JOIN LATERAL (SELECT days_after(coalesce(grace.ends, no_day()), -notice.value) AS day) due;
