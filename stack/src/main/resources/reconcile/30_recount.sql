-- Every cell counted anew. What adds up is added up before it spreads over the levels; who must be distinct is not.

CREATE TEMP TABLE added AS
SELECT b.basis, l.region, p.programme, c.cause, b.year_month,
       sum(b.person_times) AS person_times, sum(b.granted_fen) AS granted_fen, sum(b.paid_fen) AS paid_fen,
       sum(b.taken_in) AS taken_in, sum(b.exits) AS exits
FROM (
  SELECT basis, code, programme, cause, year_month,
         count(*) FILTER (WHERE what = 'GRANT') AS person_times,
         coalesce(sum(fen) FILTER (WHERE what = 'GRANT'), 0) AS granted_fen,
         coalesce(sum(fen) FILTER (WHERE what = 'PAYMENT'), 0) AS paid_fen,
         count(*) FILTER (WHERE what = 'IN') AS taken_in,
         count(*) FILTER (WHERE what = 'OUT') AS exits
  FROM by_code GROUP BY 1, 2, 3, 4, 5) b
JOIN region_level l ON l.code = b.code
CROSS JOIN LATERAL (SELECT b.programme UNION SELECT 'ALL') p (programme)
CROSS JOIN LATERAL (SELECT b.cause UNION SELECT 'ALL') c (cause)
GROUP BY 1, 2, 3, 4, 5;

-- What lies in a region and in none below it.
CREATE TEMP TABLE own AS
SELECT b.basis, b.code AS region, p.programme, c.cause, b.year_month,
       count(*) FILTER (WHERE b.what = 'GRANT') AS person_times,
       coalesce(sum(b.fen) FILTER (WHERE b.what = 'GRANT'), 0) AS granted_fen,
       coalesce(sum(b.fen) FILTER (WHERE b.what = 'PAYMENT'), 0) AS paid_fen,
       count(*) FILTER (WHERE b.what = 'IN') AS taken_in,
       count(*) FILTER (WHERE b.what = 'OUT') AS exits
FROM by_code b
CROSS JOIN LATERAL (SELECT b.programme UNION SELECT 'ALL') p (programme)
CROSS JOIN LATERAL (SELECT b.cause UNION SELECT 'ALL') c (cause)
GROUP BY 1, 2, 3, 4, 5;

-- A head is a person or a household in a cell and month; the first of a year counts in the year.
CREATE TEMP TABLE heads AS
SELECT basis, region, programme, cause, year_month,
       count(*) FILTER (WHERE who = 'P') AS persons,
       count(*) FILTER (WHERE who = 'H') AS households,
       count(*) FILTER (WHERE who = 'P' AND year_month = first) AS first_persons,
       count(*) FILTER (WHERE who = 'H' AND year_month = first) AS first_households
FROM (
  SELECT *, min(year_month) OVER (PARTITION BY basis, region, programme, cause, year_month / 100, who, id) AS first
  FROM (
    SELECT DISTINCT g.basis, l.region, p.programme, c.cause, g.year_month, g.who, g.id
    FROM (
      SELECT DISTINCT b.basis, b.code, b.programme, b.cause, b.year_month, head.who, head.id
      FROM by_code b
      CROSS JOIN LATERAL (VALUES ('P', b.person_id), ('H', b.household_id)) head (who, id)
      WHERE b.what = 'GRANT' AND head.id IS NOT NULL) g
    JOIN region_level l ON l.code = g.code
    CROSS JOIN LATERAL (SELECT g.programme UNION SELECT 'ALL') p (programme)
    CROSS JOIN LATERAL (SELECT g.cause UNION SELECT 'ALL') c (cause)) everywhere) known
GROUP BY 1, 2, 3, 4, 5;

CREATE TEMP TABLE recount AS
SELECT basis, region, programme, cause, year_month, person_times, coalesce(persons, 0) AS persons,
       coalesce(households, 0) AS households, granted_fen, paid_fen, taken_in, exits,
       coalesce(first_persons, 0) AS first_persons, coalesce(first_households, 0) AS first_households
FROM added LEFT JOIN heads USING (basis, region, programme, cause, year_month);

CREATE TEMP TABLE disaster_recount AS
SELECT b.disaster_id, b.basis, l.region,
       count(*) FILTER (WHERE b.what = 'GRANT') AS person_times,
       count(DISTINCT b.person_id) FILTER (WHERE b.what = 'GRANT') AS persons,
       count(DISTINCT b.household_id) FILTER (WHERE b.what = 'GRANT') AS households,
       coalesce(sum(b.fen) FILTER (WHERE b.what = 'GRANT'), 0) AS granted_fen,
       coalesce(sum(b.fen) FILTER (WHERE b.what = 'PAYMENT'), 0) AS paid_fen
FROM by_code b JOIN region_level l ON l.code = b.code
WHERE b.disaster_id IS NOT NULL
GROUP BY 1, 2, 3;
