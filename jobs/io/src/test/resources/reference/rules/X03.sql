-- X03, each member: a member here and of another household on the as-of date, and leaving neither on it; or both households have a payment of dibao for
-- one month, not before the month of the first day of months(12). Of several other households the first by id is told.
CREATE VIEW rule_x03 AS
SELECT p.household_id, p.as_of, 'X03' AS rule, p.person_id AS subject,
       true AS holds,
       NULL::text AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(CASE WHEN living.record IS NOT NULL THEN happened('MEMBER_JOINED', living.occurred_on)
                 ELSE happened('PAYMENT_MADE', paid.occurred_on) END) AS measures,
       '[]'::jsonb AS limits,
       ARRAY[coalesce(living.record, paid.record)] AS records
FROM person_on p
LEFT JOIN LATERAL (
  SELECT j.record, j.occurred_on
  FROM event j
  WHERE j.type = 'MEMBER_JOINED'
    AND j.person_id = p.person_id
    AND j.household_id <> p.household_id
    AND j.occurred_on <= p.as_of
    AND stays_member(p.household_id, p.person_id, p.as_of)
    AND stays_member(j.household_id, p.person_id, p.as_of)
  ORDER BY j.household_id, j.occurred_on DESC, j.event_id DESC
  LIMIT 1
) living ON true
LEFT JOIN LATERAL (
  SELECT e.record, e.occurred_on
  FROM event e
  JOIN event own
    ON own.household_id = p.household_id
    AND own.type = 'PAYMENT_MADE'
    AND own.person_id = p.person_id
    AND own.occurred_on <= p.as_of
    AND own.body ->> 'programme' = 'dibao'
    AND own.body ->> 'month' = e.body ->> 'month'
  WHERE e.type = 'PAYMENT_MADE'
    AND e.person_id = p.person_id
    AND e.household_id <> p.household_id
    AND e.occurred_on <= p.as_of
    AND e.body ->> 'programme' = 'dibao'
    AND to_date(e.body ->> 'month', 'YYYYMM') >= date_trunc('month', first_day(p.as_of, '12 months')::timestamp)::date
  ORDER BY e.household_id, e.occurred_on, e.event_id
  LIMIT 1
) paid ON true
WHERE living.record IS NOT NULL OR paid.record IS NOT NULL;
