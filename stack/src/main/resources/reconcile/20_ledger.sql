-- The ledger: what survives of what was told, and what it comes to. Written from docs/statistics.md, not from the job's code.

CREATE INDEX ON told (event_id);
ANALYZE told;

-- Household, person and source of an event never change: whoever was named first keeps it.
CREATE TEMP TABLE surviving AS
SELECT * FROM (
  SELECT DISTINCT ON (t.event_id) t.*
  FROM told t
  JOIN (
    SELECT DISTINCT ON (event_id) event_id, household_id, person_id, source FROM told ORDER BY event_id, arrival) first
    ON first.event_id = t.event_id AND first.household_id = t.household_id AND first.source = t.source
   AND first.person_id IS NOT DISTINCT FROM t.person_id
  ORDER BY t.event_id, t.revision DESC, t.void DESC, sha256(convert_to(t.content, 'UTF8')) DESC) newest
WHERE NOT void;

CREATE TEMP TABLE class_turn AS
SELECT DISTINCT ON (household_id, class, day, turn) *
FROM (
  SELECT event_id, household_id, programme AS class, occurred_on AS day, what AS turn, helped, registered
  FROM surviving WHERE what IN ('IN', 'OUT')
  UNION ALL
  SELECT event_id, household_id, programme, valid_through + 1, 'OUT', helped, registered
  FROM surviving WHERE what = 'IN' AND valid_through >= -25567 AND valid_through < 84005) turn
ORDER BY household_id, class, day, turn, event_id;

CREATE TEMP TABLE class_word AS
SELECT household_id, programme AS class, what, occurred_on, valid_through FROM surviving WHERE what IN ('IN', 'OUT');
CREATE INDEX ON class_word (household_id, class);
ANALYZE class_word;

CREATE FUNCTION pg_temp.in_force(household text, name text, day int) RETURNS boolean LANGUAGE sql STABLE AS
$$
  SELECT EXISTS (
    SELECT FROM pg_temp.class_word r
    WHERE r.household_id = household AND r.class = name AND r.what = 'IN' AND r.occurred_on <= day
      AND (r.valid_through IS NULL OR r.valid_through >= day)
      AND NOT EXISTS (
        SELECT FROM pg_temp.class_word e
        WHERE e.household_id = household AND e.class = name AND e.what = 'OUT'
          AND e.occurred_on BETWEEN r.occurred_on AND day))
$$;

CREATE TEMP TABLE counted AS
SELECT what, household_id, person_id, helped, registered, programme, cause, disaster_id, year_month, fen
FROM surviving WHERE what = 'GRANT'
UNION ALL
SELECT p.what, p.household_id, p.person_id, p.helped, p.registered, p.programme, coalesce(g.cause, 'not-told'),
       g.disaster_id, p.year_month, p.fen
FROM surviving p
LEFT JOIN surviving g ON g.what = 'GRANT' AND g.event_id::text = p.grant_id AND g.household_id = p.household_id
WHERE p.what = 'PAYMENT'
UNION ALL
SELECT turn, household_id, NULL, helped, registered, class, 'not-told', NULL,
       to_char(DATE '1970-01-01' + day, 'YYYYMM')::int, 0
FROM class_turn
WHERE (turn = 'IN') = pg_temp.in_force(household_id, class, day)
  AND (turn = 'IN') <> pg_temp.in_force(household_id, class, day - 1);

-- By each way to count, still at the very code.
CREATE TEMP TABLE by_code AS
SELECT c.*, basis.basis, basis.code
FROM counted c
CROSS JOIN LATERAL (VALUES ('HELPED', c.helped), ('REGISTERED', c.registered)) basis (basis, code);
ANALYZE by_code;
ANALYZE region_level;
