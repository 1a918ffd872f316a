-- E02, each member: present; in any class; the latest word on school says enrolled; no aid of education-aid since
-- lastOf(school-year-starts); reached(later(lastOf(term-starts), the day of that word) + school-aid-days), clearedBy
-- education.
CREATE VIEW rule_e02 AS
SELECT p.household_id, p.as_of, 'E02' AS rule, p.person_id AS subject,
       NOT aided.so AND reached(p.region, p.as_of, due.day, ARRAY['education']) AS holds,
       coalesce(unless_known(aided.so, 'parameter-missing'), reason_of(due.day)) AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       list(happened('SCHOOL_STATUS_CHANGED', school.on_day)) AS measures,
       list(wait.used) AS limits,
       ARRAY[school.record] AS records
FROM present_on p
CROSS JOIN LATERAL latest(p.household_id, p.as_of, p.person_id, 'SCHOOL_STATUS_CHANGED') school
CROSS JOIN LATERAL last_of(p.household_id, p.as_of, 'school-year-starts') year
CROSS JOIN LATERAL last_of(p.household_id, p.as_of, 'term-starts') term
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'school-aid-days') wait
CROSS JOIN LATERAL (SELECT days_after(later(term.on_day, school.on_day), wait.value) AS day) due
CROSS JOIN LATERAL (
  SELECT member_aid_since(p.household_id, p.as_of, p.person_id, ARRAY['education-aid'], year.on_day) AS so
) aided
WHERE in_any_class(p.household_id, p.as_of)
  AND school.body ->> 'status' = 'enrolled';
