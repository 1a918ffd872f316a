-- The household on a date: members, region, residence, classes.

-- A person is a member from the day of joining through the first day of leaving or death on or after it.
CREATE TABLE member_span AS
SELECT joined.household_id, joined.person_id, joined.occurred_on AS from_day, gone.last_day
FROM event joined
CROSS JOIN LATERAL (
  SELECT coalesce(min(g.occurred_on), 'infinity'::date) AS last_day
  FROM event g
  WHERE g.household_id = joined.household_id
    AND g.person_id = joined.person_id
    AND g.type IN ('MEMBER_LEFT', 'MEMBER_DIED')
    AND g.occurred_on >= joined.occurred_on
) gone
WHERE joined.type = 'MEMBER_JOINED' AND joined.person_id IS NOT NULL;
CREATE INDEX ON member_span (household_id, person_id);
ANALYZE member_span;

-- Region and residence by the latest registration or move; while there is none (provisional) the region of the latest
-- event and no residence. Membership is known from the first day on which anybody joined.
CREATE TABLE household_on AS
SELECT a.household_id,
       a.as_of,
       coalesce(seat.registered_region, latest.registered_region, '') AS region,
       seat.residence,
       EXISTS (SELECT FROM member_span s WHERE s.household_id = a.household_id AND s.from_day <= a.as_of) AS membership_known
FROM asked a
LEFT JOIN LATERAL (
  SELECT e.registered_region, e.body ->> 'residence' AS residence
  FROM event e
  WHERE e.household_id = a.household_id
    AND e.occurred_on <= a.as_of
    AND e.type IN ('HOUSEHOLD_REGISTERED', 'HOUSEHOLD_MOVED')
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) seat ON true
LEFT JOIN LATERAL (
  SELECT e.registered_region
  FROM event e
  WHERE e.household_id = a.household_id AND e.occurred_on <= a.as_of
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) latest ON true;
ALTER TABLE household_on ADD PRIMARY KEY (household_id, as_of);
ANALYZE household_on;

-- Whether a line about a person counts where membership is known: it has no person, or a member on its day.
CREATE FUNCTION of_member(household text, person text, day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT person IS NULL OR EXISTS (
    SELECT FROM member_span s
    WHERE s.household_id = household AND s.person_id = person AND day BETWEEN s.from_day AND s.last_day)
$$;

-- Whether somebody is a member on a day and does not go on it.
CREATE FUNCTION stays_member(household text, person text, day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM member_span s
    WHERE s.household_id = household AND s.person_id = person AND s.from_day <= day AND s.last_day > day)
$$;

-- Members on a day; NULL (not assessable) where membership is unknown or nobody is one. Only for days up to the as-of date.
CREATE FUNCTION members(household text, day date) RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT nullif(count(DISTINCT s.person_id), 0)::numeric
  FROM member_span s
  WHERE s.household_id = household AND day BETWEEN s.from_day AND s.last_day
$$;

-- Of whom a rule is asked that is asked of each member: each who ever joined; while membership is unknown, each who is
-- spoken of.
CREATE TABLE person_on AS
SELECT DISTINCT h.household_id, h.as_of, e.person_id
FROM household_on h
JOIN event e ON e.household_id = h.household_id AND e.occurred_on <= h.as_of
WHERE e.person_id IS NOT NULL AND (e.type = 'MEMBER_JOINED' OR NOT h.membership_known);
CREATE INDEX ON person_on (household_id, as_of);
ANALYZE person_on;

-- Recognitions in force: recognised by then, still valid, not ended on or after the day of recognition. One without an end
-- is valid through infinity.
CREATE TABLE recognition_on AS
SELECT h.household_id, h.as_of, (r.body ->> 'householdClass') COLLATE "C" AS class, r.body ->> 'variant' AS variant,
       r.occurred_on, r.event_id, r.record,
       coalesce(DATE '1970-01-01' + (r.body ->> 'validThrough')::int, 'infinity') AS valid_through
FROM household_on h
JOIN event r ON r.household_id = h.household_id AND r.type = 'CLASS_RECOGNISED' AND r.occurred_on <= h.as_of
WHERE coalesce(DATE '1970-01-01' + (r.body ->> 'validThrough')::int >= h.as_of, true)
  AND NOT EXISTS (
    SELECT FROM event e
    WHERE e.household_id = h.household_id
      AND e.type = 'CLASS_ENDED'
      AND e.body ->> 'householdClass' = r.body ->> 'householdClass'
      AND e.occurred_on BETWEEN r.occurred_on AND h.as_of);
CREATE INDEX ON recognition_on (household_id, as_of);
ANALYZE recognition_on;

-- Classes in force: those of which there is such a recognition.
CREATE TABLE class_on AS
SELECT DISTINCT household_id, as_of, class
FROM recognition_on;
CREATE INDEX ON class_on (household_id, as_of);
ANALYZE class_on;

CREATE FUNCTION in_any_class(household text, day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM class_on c WHERE c.household_id = household AND c.as_of = day)
$$;
CREATE FUNCTION in_class(household text, day date, classes text[]) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM class_on c WHERE c.household_id = household AND c.as_of = day AND c.class = ANY (classes))
$$;
