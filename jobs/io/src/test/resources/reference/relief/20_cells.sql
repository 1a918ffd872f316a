-- Every cell of every level. Runs after the events are loaded.

CREATE TABLE booked_counted AS
SELECT 'NOW' AS book, c.* FROM counted_as_known(NULL) c
UNION ALL
SELECT 'BOOKED', c.*
FROM generate_series(2019, 2027) year
CROSS JOIN LATERAL counted_as_known(closed_from(year)) c
WHERE extract(year FROM c.month) = year;

CREATE TABLE placed AS
SELECT c.*, basis.basis, place.region, any_programme.programme AS p, any_cause.cause AS k
FROM booked_counted c
CROSS JOIN LATERAL (VALUES ('HELPED', c.helped), ('REGISTERED', c.registered)) basis (basis, code)
CROSS JOIN LATERAL (
  SELECT 'ALL' AS region
  UNION SELECT left(basis.code, length) FROM (VALUES (2), (4), (6), (9)) level (length) WHERE length < length(basis.code)
  UNION SELECT basis.code) place
CROSS JOIN LATERAL (VALUES (c.programme), ('ALL')) any_programme (programme)
CROSS JOIN LATERAL (VALUES (c.cause), ('ALL')) any_cause (cause);

CREATE TABLE cell AS
SELECT at.book, at.basis, at.region, at.p AS programme, at.k AS cause, at.month, through.ytd,
       count(*) FILTER (WHERE what = 'GRANT') AS person_times,
       count(DISTINCT person_id) FILTER (WHERE what = 'GRANT') AS persons,
       count(DISTINCT household_id) FILTER (WHERE what = 'GRANT') AS households,
       coalesce(sum(fen) FILTER (WHERE what = 'GRANT'), 0)::bigint AS granted_fen,
       coalesce(sum(fen) FILTER (WHERE what = 'PAYMENT'), 0)::bigint AS paid_fen,
       count(*) FILTER (WHERE what = 'TAKEN_IN') AS taken_in,
       count(*) FILTER (WHERE what = 'EXIT') AS exits
FROM (
  SELECT DISTINCT s.book, s.basis, s.region, s.p, s.k, (date_trunc('year', s.month) + make_interval(months => m))::date AS month
  FROM placed s CROSS JOIN generate_series(0, 11) m) at
CROSS JOIN (VALUES (false), (true)) through (ytd)
JOIN placed c
  ON c.book = at.book AND c.basis = at.basis AND c.region = at.region AND c.p = at.p AND c.k = at.k
 AND c.month <= at.month AND c.month >= CASE WHEN through.ytd THEN date_trunc('year', at.month)::date ELSE at.month END
GROUP BY 1, 2, 3, 4, 5, 6, 7;

CREATE TABLE disaster_cell AS
SELECT disaster_id, basis, region,
       count(*) FILTER (WHERE what = 'GRANT') AS person_times,
       count(DISTINCT person_id) FILTER (WHERE what = 'GRANT') AS persons,
       count(DISTINCT household_id) FILTER (WHERE what = 'GRANT') AS households,
       coalesce(sum(fen) FILTER (WHERE what = 'GRANT'), 0)::bigint AS granted_fen,
       coalesce(sum(fen) FILTER (WHERE what = 'PAYMENT'), 0)::bigint AS paid_fen
FROM placed
WHERE book = 'NOW' AND p = 'ALL' AND k = 'ALL' AND disaster_id IS NOT NULL
GROUP BY 1, 2, 3;

-- Reports: the newest of a disaster and region; a region without one has the sum of those next below it that have figures.
CREATE TABLE newest_report AS
SELECT DISTINCT ON (disaster_id, region) disaster_id, region, figures
FROM (
  SELECT body ->> 'disasterId' AS disaster_id, coalesce(helping_region, registered_region) AS region, occurred_on, event_id,
         (SELECT min(v.reported_at) FROM version v WHERE v.event_id = k.event_id) AS first_reported,
         ARRAY[(body ->> 'peopleAffected')::bigint, (body ->> 'peopleRelocated')::bigint, (body ->> 'peopleTakenIn')::bigint,
               (body ->> 'homesCollapsed')::bigint, (body ->> 'homesDamaged')::bigint, (body ->> 'fundsFen')::bigint,
               (body ->> 'lossFen')::bigint] AS figures
  FROM known(NULL) k WHERE type = 'DISASTER_REPORTED') report
ORDER BY disaster_id, region, occurred_on DESC, first_reported DESC, event_id DESC;

-- A report counts for a region above it unless a region between them, or that region itself, reports.
CREATE TABLE reported_cell AS
WITH above AS (
  SELECT r.disaster_id, r.region AS reporting, r.figures, place.region,
         CASE place.region WHEN 'ALL' THEN 0 ELSE length(place.region) END AS depth
  FROM newest_report r
  CROSS JOIN LATERAL (
    SELECT 'ALL' AS region
    UNION SELECT left(r.region, length) FROM (VALUES (2), (4), (6), (9)) level (length) WHERE length < length(r.region)
    UNION SELECT r.region) place),
counts AS (
  SELECT a.* FROM above a
  WHERE NOT EXISTS (
    SELECT FROM above b JOIN newest_report n ON n.disaster_id = b.disaster_id AND n.region = b.region
    WHERE b.disaster_id = a.disaster_id AND b.reporting = a.reporting
      AND b.region <> a.reporting AND b.depth >= a.depth))
SELECT disaster_id, region, f.number AS figure, sum(f.value)::bigint AS value
FROM counts CROSS JOIN LATERAL unnest(figures) WITH ORDINALITY f (value, number)
GROUP BY 1, 2, 3;
