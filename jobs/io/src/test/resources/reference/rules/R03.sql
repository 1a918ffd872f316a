-- R03: reached(the day through which rigid is valid - end-notice-days); no source is asked.
CREATE VIEW rule_r03 AS
SELECT h.household_id, h.as_of, 'R03' AS rule, '' AS subject,
       reached(h.region, h.as_of, due.day, '{}') AS holds,
       'parameter-missing' AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(happened('CLASS_RECOGNISED', rigid.recognised)) AS measures,
       list(notice.used) AS limits,
       ARRAY[rigid.record] AS records
FROM household_on h
LEFT JOIN LATERAL last_to_end(h.household_id, h.as_of, 'rigid') rigid ON true
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'end-notice-days') notice
CROSS JOIN LATERAL (SELECT days_after(coalesce(rigid.ends, no_day()), -notice.value) AS day) due;
