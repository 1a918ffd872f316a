-- M05, each member: present; not in dibao; of the codes in serious-diseases some code's first diagnosis of this member lies
-- within days(90). The first such is cited.
CREATE VIEW rule_m05 AS
SELECT p.household_id, p.as_of, 'M05' AS rule, p.person_id AS subject,
       CASE WHEN listed.codes IS NOT NULL THEN first.record IS NOT NULL END AS holds,
       'parameter-missing' AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(happened('DIAGNOSIS_MADE', first.on_day)) AS measures,
       '[]'::jsonb AS limits,
       ARRAY[first.record] AS records
FROM present_on p
LEFT JOIN parameter_on listed ON listed.region = p.region AND listed.as_of = p.as_of AND listed.parameter = 'serious-diseases'
LEFT JOIN LATERAL (
  SELECT of_code.occurred_on AS on_day, of_code.record
  FROM (
    SELECT DISTINCT ON (d.body ->> 'diseaseCode') d.occurred_on, d.event_id, d.record
    FROM event d
    WHERE d.household_id = p.household_id
      AND d.type = 'DIAGNOSIS_MADE'
      AND d.person_id = p.person_id
      AND d.occurred_on <= p.as_of
      AND d.body ->> 'diseaseCode' = ANY (listed.codes)
    ORDER BY d.body ->> 'diseaseCode', d.occurred_on, d.event_id
  ) of_code
  WHERE of_code.occurred_on >= first_day(p.as_of, '90 days')
  ORDER BY of_code.occurred_on, of_code.event_id
  LIMIT 1
) first ON true
WHERE NOT in_class(p.household_id, p.as_of, ARRAY['dibao']);
