-- E03, each member: present; the latest word on school neither says enrolled nor graduated from junior, senior, vocational or
-- university; school-age-from <= age on lastOf(school-year-starts) <= school-age-through; reached(later(lastOf(term-starts),
-- joinedOn) + enrolment-days), clearedBy education.
CREATE VIEW rule_e03 AS
SELECT p.household_id, p.as_of, 'E03' AS rule, p.person_id AS subject,
       age.years >= least_age.value AND age.years <= last_age.value
         AND reached(p.region, p.as_of, due.day, ARRAY['education']) AS holds,
       CASE WHEN year.on_day IS NULL THEN 'parameter-missing'
            WHEN age.years IS NULL THEN 'age-unknown'
            WHEN least_age.value IS NULL OR last_age.value IS NULL THEN 'parameter-missing'
            ELSE reason_of(due.day) END AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(measured('member.ageOn', '', year.on_day, year.on_day, age.years, 'count')) AS measures,
       list(least_age.used, last_age.used, wait.used) AS limits,
       '{}'::text[] AS records
FROM present_on p
LEFT JOIN LATERAL latest(p.household_id, p.as_of, p.person_id, 'SCHOOL_STATUS_CHANGED') school ON true
CROSS JOIN LATERAL last_of(p.household_id, p.as_of, 'school-year-starts') year
CROSS JOIN LATERAL last_of(p.household_id, p.as_of, 'term-starts') term
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'school-age-from') least_age
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'school-age-through') last_age
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'enrolment-days') wait
CROSS JOIN LATERAL (SELECT full_years(p.born_on, year.on_day) AS years) age
CROSS JOIN LATERAL (SELECT days_after(later(term.on_day, p.joined_on), wait.value) AS day) due
WHERE coalesce(school.body ->> 'status' <> 'enrolled', true)
  AND NOT coalesce(school.body ->> 'status' = 'graduated'
                   AND school.body ->> 'stage' IN ('junior', 'senior', 'vocational', 'university'), false);
