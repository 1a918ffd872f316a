-- P01, each grant: within months(12); amount > 0; not paid; reached(payment-day of the month after the later of the month in
-- which it was granted and its first month of benefit), clearedBy its own source. Paid: by a payment with its id, or by one
-- without an id, of its programme and person, for a month not before its first.
CREATE VIEW rule_p01 AS
SELECT h.household_id, h.as_of, 'P01' AS rule, g.record AS subject,
       reached(h.region, h.as_of, due.day, ARRAY[g.source]) AS holds,
       reason_of(due.day) AS reason,
       (g.body ->> 'amountFen')::numeric AS measure,
       'ORANGE' AS urgency,
       list(happened('GRANT_APPROVED', g.occurred_on)) AS measures,
       list(on_day.used) AS limits,
       ARRAY[g.record] AS records
FROM household_on h
JOIN event g
  ON g.household_id = h.household_id
  AND g.type = 'GRANT_APPROVED'
  AND g.occurred_on BETWEEN first_day(h.as_of, '12 months') AND h.as_of
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'payment-day') on_day
CROSS JOIN LATERAL (
  SELECT to_date(g.body ->> 'month', 'YYYYMM') AS first, date_trunc('month', g.occurred_on)::date AS granted
) month
CROSS JOIN LATERAL (
  SELECT (greatest(month.first, month.granted) + INTERVAL '1 month')::date + on_day.value::int - 1 AS day
) due
WHERE (g.body ->> 'amountFen')::numeric > 0
  AND NOT EXISTS (
    SELECT FROM event p
    WHERE p.household_id = h.household_id
      AND p.type = 'PAYMENT_MADE'
      AND p.occurred_on <= h.as_of
      AND CASE WHEN p.body ->> 'grantId' IS NOT NULL
               THEN p.body ->> 'grantId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                    AND left(replace(p.body ->> 'grantId', '-', ''), 16) = g.record
               ELSE p.body ->> 'programme' = g.body ->> 'programme'
                    AND p.person_id IS NOT DISTINCT FROM g.person_id
                    AND to_date(p.body ->> 'month', 'YYYYMM') >= month.first END);
