-- Aid, classes, home and property.

-- A grant or payment of one of these programmes from a day through the as-of date, whoever it is about. Unknown where the
-- day is; none since "no day".
CREATE FUNCTION aid_since(household text, day date, programmes text[], since date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN since IS NOT NULL THEN EXISTS (
    SELECT FROM event e
    WHERE e.household_id = household
      AND e.type IN ('GRANT_APPROVED', 'PAYMENT_MADE')
      AND e.body ->> 'programme' = ANY (programmes)
      AND e.occurred_on BETWEEN since AND day) END
$$;

-- The same, of what is about one member or about nobody in particular.
CREATE FUNCTION member_aid_since(household text, day date, person text, programmes text[], since date)
RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN since IS NOT NULL THEN EXISTS (
    SELECT FROM event e
    WHERE e.household_id = household
      AND e.type IN ('GRANT_APPROVED', 'PAYMENT_MADE')
      AND e.body ->> 'programme' = ANY (programmes)
      AND (e.person_id = person OR e.person_id IS NULL)
      AND e.occurred_on BETWEEN since AND day) END
$$;

-- The first grant of a programme in a window; no row where there is none.
CREATE FUNCTION first_aid(household text, day date, of_programme text, over interval)
RETURNS TABLE (since date, record text) STABLE LANGUAGE sql AS $$
  SELECT e.occurred_on, e.record
  FROM event e
  WHERE e.household_id = household
    AND e.type = 'GRANT_APPROVED'
    AND e.body ->> 'programme' = of_programme
    AND e.occurred_on BETWEEN first_day(day, over) AND day
  ORDER BY e.occurred_on, e.event_id
  LIMIT 1
$$;

-- Since when the household is in one of these classes: the earliest of the recognitions in force.
CREATE FUNCTION in_class_since(household text, day date, classes text[])
RETURNS TABLE (since date) STABLE LANGUAGE sql AS $$
  SELECT coalesce(min(r.occurred_on), no_day())
  FROM recognition_on r
  WHERE r.household_id = household AND r.as_of = day AND r.class = ANY (classes)
$$;

-- From when through when a class was in force: through the day before its first end on or after the recognition.
CREATE TABLE class_span AS
SELECT r.household_id, r.body ->> 'householdClass' AS class, r.occurred_on AS from_day,
       least(ended.day - 1, DATE '1970-01-01' + (r.body ->> 'validThrough')::int) AS last_day
FROM event r
CROSS JOIN LATERAL (
  SELECT coalesce(min(e.occurred_on), 'infinity'::date) AS day
  FROM event e
  WHERE e.household_id = r.household_id
    AND e.type = 'CLASS_ENDED'
    AND e.body ->> 'householdClass' = r.body ->> 'householdClass'
    AND e.occurred_on >= r.occurred_on
) ended
WHERE r.type = 'CLASS_RECOGNISED';
CREATE INDEX ON class_span (household_id);
ANALYZE class_span;

-- Since when the household has been in one of these classes or another of them without a day between: the latest beginning
-- of a span before which none of them was in force.
CREATE FUNCTION in_class_without_break_since(household text, day date, classes text[])
RETURNS TABLE (since date) STABLE LANGUAGE sql AS $$
  SELECT coalesce(max(s.from_day), no_day())
  FROM class_span s
  WHERE in_class(household, day, classes)
    AND s.household_id = household
    AND s.class = ANY (classes)
    AND s.from_day <= least(day, s.last_day)
    AND NOT EXISTS (
      SELECT FROM class_span earlier
      WHERE earlier.household_id = household
        AND earlier.class = ANY (classes)
        AND s.from_day - 1 BETWEEN earlier.from_day AND earlier.last_day)
$$;

-- On no day of the window was any class in force.
CREATE FUNCTION in_no_class(household text, day date, over interval) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT NOT EXISTS (
    SELECT FROM class_span s
    WHERE s.household_id = household
      AND s.from_day <= day
      AND s.last_day >= greatest(s.from_day, first_day(day, over)))
$$;

CREATE FUNCTION was_in_class(household text, of_class text, on_day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM class_span s
    WHERE s.household_id = household AND s.class = of_class AND on_day BETWEEN s.from_day AND s.last_day)
$$;

-- The recognition of a class that is the last to end; no row where there is none, or one of them never ends.
CREATE FUNCTION last_to_end(household text, day date, of_class text)
RETURNS TABLE (ends date, recognised date, record text) STABLE LANGUAGE sql AS $$
  SELECT latest.valid_through, latest.occurred_on, latest.record
  FROM (
    SELECT r.valid_through, r.occurred_on, r.record
    FROM recognition_on r
    WHERE r.household_id = household AND r.as_of = day AND r.class = of_class
    ORDER BY r.valid_through DESC, r.occurred_on, r.event_id
    LIMIT 1
  ) latest
  WHERE latest.valid_through <> no_day()
$$;

-- The recognition of grace that lasts longest, of all classes; no row where there is none. One that does not say until when
-- lasts through the day before grace-months have passed since; where that parameter is missing the end is NULL (not known).
CREATE FUNCTION grace_ends(household text, day date)
RETURNS TABLE (ends date, recognised date, record text, limits jsonb) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN bool_and(g.through IS NOT NULL) THEN max(g.through) END,
         (array_agg(g.occurred_on ORDER BY g.through DESC, g.occurred_on, g.event_id))[1],
         (array_agg(g.record ORDER BY g.through DESC, g.occurred_on, g.event_id))[1],
         jsonb_agg(g.used) FILTER (WHERE g.used IS NOT NULL)
  FROM (
    SELECT r.occurred_on, r.event_id, r.record,
           CASE WHEN r.valid_through <> no_day() THEN r.valid_through
                ELSE days_after(months_after(r.occurred_on, months.value), -1) END AS through,
           CASE WHEN r.valid_through = no_day() THEN months.used END AS used
    FROM recognition_on r
    CROSS JOIN parameter(household, day, 'grace-months') months
    WHERE r.household_id = household AND r.as_of = day AND r.variant = 'grace'
  ) g
  HAVING count(*) > 0
$$;

CREATE FUNCTION in_grace(household text, day date) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT EXISTS (
    SELECT FROM recognition_on r
    WHERE r.household_id = household AND r.as_of = day AND r.variant = 'grace')
$$;

-- The later of being in one of these classes and the latest review; no row where in none of them. Evidence is the review,
-- if it is not earlier.
CREATE FUNCTION last_review(household text, day date, classes text[])
RETURNS TABLE (on_day date, measures jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(review.on_day, recognised.since),
         CASE WHEN review.on_day IS NOT NULL THEN list(happened('REVIEW_DONE', review.on_day)) END,
         array_remove(ARRAY[review.record], NULL)
  FROM in_class_since(household, day, classes) recognised
  LEFT JOIN LATERAL (
    SELECT e.occurred_on AS on_day, e.record
    FROM event e
    WHERE e.household_id = household AND e.type = 'REVIEW_DONE' AND e.occurred_on BETWEEN recognised.since AND day
    ORDER BY e.occurred_on DESC, e.event_id DESC
    LIMIT 1
  ) review ON true
  WHERE recognised.since <> no_day()
$$;

-- Since when the home is unsafe: the first grading c or d after which none was better; no row where it is safe.
CREATE FUNCTION home_unsafe(household text, day date)
RETURNS TABLE (since date, record text) STABLE LANGUAGE sql AS $$
  SELECT g.occurred_on, g.record
  FROM event g
  WHERE g.household_id = household AND g.type = 'DWELLING_GRADED' AND g.occurred_on <= day
    AND g.body ->> 'grade' IN ('c', 'd')
    AND NOT EXISTS (
      SELECT FROM event o
      WHERE o.household_id = household AND o.type = 'DWELLING_GRADED' AND o.occurred_on <= day
        AND o.body ->> 'grade' NOT IN ('c', 'd')
        AND (o.occurred_on, o.event_id) > (g.occurred_on, g.event_id))
  ORDER BY g.occurred_on, g.event_id
  LIMIT 1
$$;

-- What the household owns: the latest declaration of each owner that is present, or of everybody while membership is
-- unknown; nobody in particular is one more owner, who always counts. Of cars what the owner has who has most.
CREATE FUNCTION property(household text, day date)
RETURNS TABLE (assets_fen numeric, dwellings numeric, vehicles_fen numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum((d.body ->> 'financialAssetsFen')::numeric), 0),
         coalesce(sum((d.body ->> 'dwellings')::numeric), 0),
         coalesce(max((d.body ->> 'vehicleValueFen')::numeric), 0),
         array_remove(array_agg(d.record), NULL)
  FROM household_on h
  JOIN (
    SELECT DISTINCT ON (e.person_id) e.household_id, e.person_id, e.body, e.record
    FROM event e
    WHERE e.household_id = household AND e.type = 'PROPERTY_DECLARED' AND e.occurred_on <= day
    ORDER BY e.person_id, e.occurred_on DESC, e.event_id DESC
  ) d ON d.household_id = h.household_id
  WHERE h.household_id = household
    AND h.as_of = day
    AND (d.person_id IS NULL OR NOT h.membership_known OR EXISTS (
      SELECT FROM present_on p
      WHERE p.household_id = h.household_id AND p.as_of = h.as_of AND p.person_id = d.person_id))
$$;
