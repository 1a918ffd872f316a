-- Z02, each impact (the latest record of a disaster's id): its first record lies within days(180); the latest says that the
-- home cannot be used; no aid of disaster-transition since the first; reached(the first + emergency-aid-days), clearedBy
-- emergency, civil-affairs.
CREATE VIEW rule_z02 AS
SELECT h.household_id, h.as_of, 'Z02' AS rule, impact.record AS subject,
       reached(h.region, h.as_of, due.day, ARRAY['emergency', 'civil-affairs']) AS holds,
       reason_of(due.day) AS reason,
       1::numeric AS measure,
       'RED' AS urgency,
       list(happened('DISASTER_IMPACT', impact.occurred_on)) AS measures,
       list(wait.used) AS limits,
       ARRAY[impact.record] AS records
FROM household_on h
CROSS JOIN LATERAL (
  SELECT DISTINCT ON (e.body ->> 'disasterId')
         e.occurred_on, e.record,
         (e.body ->> 'homeUsable')::boolean AS home_usable,
         min(e.occurred_on) OVER (PARTITION BY e.body ->> 'disasterId') AS first_on
  FROM event e
  WHERE e.household_id = h.household_id AND e.type = 'DISASTER_IMPACT' AND e.occurred_on <= h.as_of
  ORDER BY e.body ->> 'disasterId', e.occurred_on DESC, e.event_id DESC
) impact
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'emergency-aid-days') wait
CROSS JOIN LATERAL (SELECT days_after(impact.first_on, wait.value) AS day) due
WHERE impact.first_on >= first_day(h.as_of, '180 days')
  AND NOT impact.home_usable
  AND NOT aid_since(h.household_id, h.as_of, ARRAY['disaster-transition'], impact.first_on);
