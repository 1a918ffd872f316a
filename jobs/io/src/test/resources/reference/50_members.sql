-- Members in detail.

-- The latest event of a type about a person, by a day.
CREATE FUNCTION latest(household text, day date, person text, of_type text)
RETURNS TABLE (on_day date, record text, body jsonb) STABLE LANGUAGE sql AS $$
  SELECT e.occurred_on, e.record, e.body
  FROM event e
  WHERE e.household_id = household AND e.type = of_type AND e.person_id = person AND e.occurred_on <= day
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
$$;

-- Severe: grade 1 or 2, or 3 if intellectual or mental.
CREATE FUNCTION severe(kind text, grade int) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT grade IN (1, 2) OR grade = 3 AND kind IN ('intellectual', 'mental')
$$;

-- Gradings of disability, by whether they say that somebody is disabled, or severely so.
CREATE TABLE grading AS
SELECT household_id, person_id, body ->> 'kind' AS kind, occurred_on, event_id, record,
       (body ->> 'grade')::int >= 1 AS disabled,
       severe(body ->> 'kind', (body ->> 'grade')::int) AS severely
FROM event
WHERE type = 'DISABILITY_GRADED' AND person_id IS NOT NULL;
CREATE INDEX ON grading (household_id, person_id);
ANALYZE grading;

-- Since when somebody is disabled: over all kinds the first grading after which none of its kind said otherwise. No row
-- where the person is not disabled.
CREATE FUNCTION disabled_since(household text, day date, person text)
RETURNS TABLE (since date, record text) STABLE LANGUAGE sql AS $$
  SELECT g.occurred_on, g.record
  FROM grading g
  WHERE g.household_id = household AND g.person_id = person AND g.occurred_on <= day
    AND g.disabled
    AND NOT EXISTS (
      SELECT FROM grading o
      WHERE o.household_id = household AND o.person_id = person AND o.kind = g.kind AND o.occurred_on <= day
        AND NOT o.disabled
        AND (o.occurred_on, o.event_id) > (g.occurred_on, g.event_id))
  ORDER BY g.occurred_on, g.event_id
  LIMIT 1
$$;
CREATE FUNCTION severely_disabled_since(household text, day date, person text)
RETURNS TABLE (since date, record text) STABLE LANGUAGE sql AS $$
  SELECT g.occurred_on, g.record
  FROM grading g
  WHERE g.household_id = household AND g.person_id = person AND g.occurred_on <= day
    AND g.severely
    AND NOT EXISTS (
      SELECT FROM grading o
      WHERE o.household_id = household AND o.person_id = person AND o.kind = g.kind
        AND o.occurred_on <= day
        AND NOT o.severely
        AND (o.occurred_on, o.event_id) > (g.occurred_on, g.event_id))
  ORDER BY g.occurred_on, g.event_id
  LIMIT 1
$$;

-- Whether somebody works on a day.
CREATE FUNCTION works(household text, day date, person text) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM latest(household, day, person, 'EMPLOYMENT_CHANGED') job
    WHERE job.body ->> 'status' IN ('employed', 'self-employed'))
$$;

-- Members on the as-of date (present), with what is asked of them most. The birth date is that of the latest joining that
-- has one; NULL where none has.
CREATE TABLE present_on AS
SELECT here.*,
       joined.on_day AS joined_on,
       born.day AS born_on,
       works(here.household_id, here.as_of, here.person_id) AS works,
       EXISTS (SELECT FROM disabled_since(here.household_id, here.as_of, here.person_id)) AS disabled
FROM (
  SELECT DISTINCT h.household_id, h.as_of, h.region, s.person_id
  FROM household_on h
  JOIN member_span s ON s.household_id = h.household_id AND h.as_of BETWEEN s.from_day AND s.last_day
) here
CROSS JOIN LATERAL latest(here.household_id, here.as_of, here.person_id, 'MEMBER_JOINED') joined
LEFT JOIN LATERAL (
  SELECT DATE '1970-01-01' + (e.body ->> 'birthDate')::int AS day
  FROM event e
  WHERE e.household_id = here.household_id
    AND e.type = 'MEMBER_JOINED'
    AND e.person_id = here.person_id
    AND e.occurred_on <= here.as_of
    AND e.body ->> 'birthDate' IS NOT NULL
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) born ON true;
CREATE INDEX ON present_on (household_id, as_of);
ANALYZE present_on;

-- Whether somebody has at least so many years; who has no birth date is not old. NULL only where the years are.
CREATE FUNCTION old(born date, day date, years numeric) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN years IS NOT NULL THEN coalesce(full_years(born, day) >= years, false) END
$$;

CREATE FUNCTION disabled_members(household text, day date) RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT count(*)::numeric
  FROM present_on p
  WHERE p.household_id = household AND p.as_of = day AND p.disabled
$$;

-- Somebody old beside somebody else who is disabled. Unknown where it is not known from which age on somebody is old.
CREATE FUNCTION old_beside_disabled(household text, day date, years numeric)
RETURNS TABLE (holds boolean) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN years IS NOT NULL THEN EXISTS (
    SELECT FROM present_on one
    JOIN present_on other ON other.household_id = one.household_id AND other.as_of = one.as_of AND other.person_id <> one.person_id
    WHERE one.household_id = household AND one.as_of = day AND old(one.born_on, day, years) AND other.disabled) END
$$;

-- Who works, of the members on a day.
CREATE FUNCTION workers(household text, day date) RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT count(*)::numeric
  FROM (
    SELECT DISTINCT s.person_id
    FROM member_span s
    WHERE s.household_id = household AND day BETWEEN s.from_day AND s.last_day
  ) m
  WHERE works(household, day, m.person_id)
$$;

-- Of those who work on the as-of date the ones who are neither disabled nor old.
CREATE FUNCTION other_workers(household text, day date, years numeric)
RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN years IS NOT NULL THEN count(*)::numeric END
  FROM present_on p
  WHERE p.household_id = household AND p.as_of = day AND p.works AND NOT p.disabled AND NOT old(p.born_on, day, years)
$$;

-- Just one member is present, and is at least so many years old. Evidence is the age that was looked at.
CREATE FUNCTION lives_alone_from(household text, day date, years numeric)
RETURNS TABLE (holds boolean, reason text, measures jsonb) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN years IS NULL OR NOT h.membership_known THEN NULL
              WHEN here.people <> 1 THEN false
              ELSE full_years(here.born_on, day) >= years END,
         CASE WHEN years IS NULL THEN 'parameter-missing'
              WHEN NOT h.membership_known THEN 'members-unknown'
              ELSE 'age-unknown' END,
         CASE WHEN years IS NOT NULL AND here.people = 1
              THEN list(measured('member.ageOn', '', day, day, full_years(here.born_on, day), 'count')) END
  FROM household_on h
  CROSS JOIN LATERAL (
    SELECT count(*) AS people, min(p.born_on) AS born_on
    FROM present_on p
    WHERE p.household_id = h.household_id AND p.as_of = h.as_of
  ) here
  WHERE h.household_id = household AND h.as_of = day
$$;

-- Payments about somebody for a month later than that of a day; or about nobody, where asked for and nobody was left on the
-- day after, for a month at whose beginning nobody was a member of the household either.
CREATE FUNCTION paid_for_later_months(household text, day date, person text, gone date, to_nobody boolean)
RETURNS TABLE (fen numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum((e.body ->> 'amountFen')::numeric), 0), array_remove(array_agg(e.record), NULL)
  FROM event e
  WHERE e.household_id = household
    AND e.type = 'PAYMENT_MADE'
    AND (e.person_id = person
         OR to_nobody
            AND e.person_id IS NULL
            AND EXISTS (SELECT FROM member_span s WHERE s.household_id = household AND s.from_day <= day)
            AND NOT EXISTS (
              SELECT FROM member_span s
              WHERE s.household_id = household
                AND s.from_day <= day
                AND gone + 1 BETWEEN s.from_day AND CASE WHEN s.last_day <= day THEN s.last_day ELSE 'infinity' END)
            AND NOT EXISTS (
              SELECT FROM member_span s
              WHERE s.household_id = household
                AND s.from_day <= day
                AND to_date(e.body ->> 'month', 'YYYYMM') BETWEEN s.from_day
                    AND CASE WHEN s.last_day <= day THEN s.last_day ELSE 'infinity' END))
    AND e.occurred_on <= day
    AND to_date(e.body ->> 'month', 'YYYYMM') > date_trunc('month', gone)
$$;
