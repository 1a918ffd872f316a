-- What is counted, in SQL over the surviving versions. Nothing here was written from the stream's code; docs/statistics.md is
-- the only source. Runs after 00_input.sql; raw_event is filled from raw_line as for the rules.

CREATE VIEW version AS
SELECT r.*,
       (r.occurred_on - DATE '1970-01-01') || '|' || r.registered_region || '|' || coalesce(r.helping_region, '')
         || '|' || r.type || fields.written AS canonical_text
FROM raw_event r
CROSS JOIN LATERAL (
  SELECT string_agg('|' || f.field || '=' || coalesce(r.body ->> f.field, ''), '' ORDER BY f.position) AS written
  FROM contract_field f
  WHERE f.type = r.type
) fields;

-- The books of a year close on 31 March of the next; the bound is the first instant after. NULL knows everything.
CREATE FUNCTION closed_from(year int) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS
$$ SELECT make_timestamp(year + 1, 4, 1, 0, 0, 0) AT TIME ZONE 'Asia/Shanghai' $$;

-- Surviving events among the versions that were reported before a bound.
CREATE FUNCTION known(bound timestamptz) RETURNS SETOF version LANGUAGE sql STABLE AS
$$
  SELECT * FROM (
    SELECT DISTINCT ON (v.event_id) v.*
    FROM version v
    WHERE bound IS NULL OR v.reported_at < bound
    ORDER BY v.event_id, v.revision DESC, (v.kind = 'VOID') DESC, sha256(convert_to(v.canonical_text, 'UTF8')) DESC
  ) surviving
  WHERE kind <> 'VOID'
$$;

CREATE TYPE counted AS (
  what text, household_id text, person_id text, helped text, registered text,
  programme text, cause text, disaster_id text, month date, fen bigint);

CREATE FUNCTION counted_as_known(bound timestamptz) RETURNS SETOF counted LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN QUERY
  WITH k AS MATERIALIZED (
    SELECT *, coalesce(helping_region, registered_region) AS helped FROM known(bound)),
  class_day AS MATERIALIZED (  -- a day on which somebody's class may have begun or ended, and who says so
    SELECT event_id, household_id, body ->> 'householdClass' AS class, occurred_on AS day, 'IN' AS turn, helped, registered_region
    FROM k WHERE type = 'CLASS_RECOGNISED'
    UNION ALL
    SELECT event_id, household_id, body ->> 'householdClass', DATE '1970-01-01' + (body ->> 'validThrough')::int + 1, 'OUT', helped, registered_region
    FROM k WHERE type = 'CLASS_RECOGNISED' AND body ->> 'validThrough' IS NOT NULL
    UNION ALL
    SELECT event_id, household_id, body ->> 'householdClass', occurred_on, 'OUT', helped, registered_region
    FROM k WHERE type = 'CLASS_ENDED'),
  class_turn AS (
    SELECT c.*, stands.on_the_eve, stands.on_the_day
    FROM (SELECT DISTINCT ON (household_id, class, day, turn) * FROM class_day ORDER BY household_id, class, day, turn, event_id) c
    CROSS JOIN LATERAL (
      SELECT bool_or(at.day = c.day - 1 AND holds) AS on_the_eve, bool_or(at.day = c.day AND holds) AS on_the_day
      FROM (VALUES (c.day - 1), (c.day)) at (day)
      CROSS JOIN LATERAL (
        SELECT EXISTS (
          SELECT FROM k r
          WHERE r.type = 'CLASS_RECOGNISED' AND r.household_id = c.household_id AND r.body ->> 'householdClass' = c.class
            AND r.occurred_on <= at.day
            AND (r.body ->> 'validThrough' IS NULL OR DATE '1970-01-01' + (r.body ->> 'validThrough')::int >= at.day)
            AND NOT EXISTS (
              SELECT FROM k e
              WHERE e.type = 'CLASS_ENDED' AND e.household_id = c.household_id AND e.body ->> 'householdClass' = c.class
                AND e.occurred_on BETWEEN r.occurred_on AND at.day)) AS holds
      ) in_force
    ) stands)
  SELECT 'GRANT', k.household_id, k.person_id, k.helped, k.registered_region, k.body ->> 'programme', k.body ->> 'cause',
         k.body ->> 'disasterId', to_date(k.body ->> 'month', 'YYYYMM'), (k.body ->> 'amountFen')::bigint
  FROM k WHERE k.type = 'GRANT_APPROVED'
  UNION ALL
  SELECT 'PAYMENT', p.household_id, p.person_id, p.helped, p.registered_region, p.body ->> 'programme',
         coalesce(g.body ->> 'cause', 'not-told'), g.body ->> 'disasterId', date_trunc('month', p.occurred_on)::date,
         (p.body ->> 'amountFen')::bigint
  FROM k p
  LEFT JOIN k g ON g.type = 'GRANT_APPROVED' AND g.event_id::text = p.body ->> 'grantId' AND g.household_id = p.household_id
  WHERE p.type = 'PAYMENT_MADE'
  UNION ALL
  SELECT CASE c.turn WHEN 'IN' THEN 'TAKEN_IN' ELSE 'EXIT' END, c.household_id, NULL, c.helped, c.registered_region, c.class,
         'not-told', NULL, date_trunc('month', c.day)::date, 0
  FROM class_turn c
  WHERE (c.turn = 'IN' AND NOT c.on_the_eve AND c.on_the_day) OR (c.turn = 'OUT' AND c.on_the_eve AND NOT c.on_the_day);
END
$$;
