-- M06, each member: present; in any class; the latest word on basic-medical says not insured, or is valid through a day
-- before the as-of date, or there is none; reached(later(lastOf(insurance-year-starts), joinedOn) + insurance-days),
-- clearedBy medical-insurance.
CREATE VIEW rule_m06 AS
SELECT p.household_id, p.as_of, 'M06' AS rule, p.person_id AS subject,
       reached(p.region, p.as_of, due.day, ARRAY['medical-insurance']) AS holds,
       reason_of(due.day) AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(CASE WHEN told.record IS NOT NULL THEN happened('INSURANCE_CHANGED', told.on_day) END) AS measures,
       list(wait.used) AS limits,
       array_remove(ARRAY[told.record], NULL) AS records
FROM present_on p
LEFT JOIN LATERAL (
  SELECT e.occurred_on AS on_day, e.record, (e.body ->> 'insured')::boolean AS insured,
         DATE '1970-01-01' + (e.body ->> 'validThrough')::int AS valid_through
  FROM event e
  WHERE e.household_id = p.household_id
    AND e.type = 'INSURANCE_CHANGED'
    AND e.person_id = p.person_id
    AND e.body ->> 'scheme' = 'basic-medical'
    AND e.occurred_on <= p.as_of
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) told ON true
CROSS JOIN LATERAL last_of(p.household_id, p.as_of, 'insurance-year-starts') year
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'insurance-days') wait
CROSS JOIN LATERAL (SELECT days_after(later(year.on_day, p.joined_on), wait.value) AS day) due
WHERE in_any_class(p.household_id, p.as_of)
  AND (told.record IS NULL OR NOT told.insured OR told.valid_through < p.as_of);
