-- What one person gets, whoever tells of it.

-- All other grants of the same person in a window, in this household and in others; of a grant without a person those of its
-- household without one. Of each the programme's relation to the grant's in the matrix, and whether both were paid for a month.
CREATE FUNCTION paid_by(household text, day date, person text, of_programme text)
RETURNS TABLE (month date, fen numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT to_date(p.body ->> 'month', 'YYYYMM'), sum((p.body ->> 'amountFen')::numeric), array_agg(p.record)
  FROM event p
  WHERE p.household_id = household
    AND p.type = 'PAYMENT_MADE'
    AND p.occurred_on <= day
    AND p.person_id IS NOT DISTINCT FROM person
    AND p.body ->> 'programme' = of_programme
  GROUP BY 1
$$;

-- What the matrix in force says of two programmes; NULL where no matrix is in force.
CREATE FUNCTION together(household text, day date, one text, other text)
RETURNS TABLE (relation text, used jsonb) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN p.codes IS NOT NULL THEN coalesce(said.relation, 'ALLOW') END,
         CASE WHEN said.relation <> 'ALLOW'
              THEN limit_used('compatibility', pair.name, 1, lower(replace(said.relation, '_', '-')),
                              p.region_prefix, p.from_date) END
  FROM household_on h
  CROSS JOIN LATERAL (
    SELECT least(one COLLATE "C", other) || '+' || greatest(one COLLATE "C", other) AS name
  ) pair
  LEFT JOIN parameter_on p ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = 'compatibility'
  LEFT JOIN LATERAL (
    SELECT split_part(code, '=', 2) AS relation
    FROM unnest(p.codes) code
    WHERE split_part(code, '=', 1) IN (pair.name, split_part(pair.name, '+', 2) || '+' || split_part(pair.name, '+', 1))
  ) said ON true
  WHERE h.household_id = household AND h.as_of = day
$$;

CREATE VIEW grant_on AS
SELECT h.household_id, h.as_of, g.record, g.event_id, g.person_id, g.occurred_on,
       g.body ->> 'programme' AS programme, g.body ->> 'cause' AS cause, (g.body ->> 'amountFen')::numeric AS fen
FROM household_on h
JOIN event g
  ON g.household_id = h.household_id
  AND g.type = 'GRANT_APPROVED'
  AND g.occurred_on BETWEEN first_day(h.as_of, '12 months') AND h.as_of;

CREATE FUNCTION other_grants(household text, day date, own uuid, person text)
RETURNS TABLE (household_id text, record text, event_id uuid, occurred_on date, programme text, cause text)
STABLE LANGUAGE sql AS $$
  SELECT o.household_id, o.record, o.event_id, o.occurred_on, o.body ->> 'programme', o.body ->> 'cause'
  FROM event o
  WHERE o.type = 'GRANT_APPROVED'
    AND o.occurred_on <= day
    AND o.event_id <> own
    AND (o.person_id = person OR person IS NULL AND o.person_id IS NULL AND o.household_id = household)
$$;
