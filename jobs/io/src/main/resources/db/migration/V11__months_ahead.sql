-- What was not to be seen, or gave small counts away.
--
-- 1. Months ahead. A recognition that ends in a year is an exit of that month already, and a grant may be for a month to
--    come. Set against the month or the year before, or published, such a month would look like a nation that fell to
--    nothing. The newest month is the last in which anything was paid or anybody taken in: those are of days that have
--    come. (Where nothing ever was, the newest that there is.)
-- 2. People and households of a year to date are hidden where they would tell how few of a month are new (V10). Where one
--    cell of a line was hidden so, the others told it; now they are hidden along the lines, too.
-- 3. What no region below a region holds: few people or households of many person-times were told by subtraction. The
--    difference is small where it is so of people or households; those who are also helped below make it less, never more.

CREATE OR REPLACE VIEW hearthwatch.statistics_year_on_year AS
WITH now AS (
  SELECT region, programme, cause, month, basis,
    person_times, persons, households, granted_fen, paid_fen, taken_in, exits
  FROM hearthwatch.statistics_by_region_and_month),
before AS (
  SELECT region, programme, cause, (month + interval '1 year')::date AS month, basis,
    person_times AS person_times_before, persons AS persons_before, households AS households_before,
    granted_fen AS granted_fen_before, paid_fen AS paid_fen_before, taken_in AS taken_in_before,
    exits AS exits_before
  FROM hearthwatch.statistics_by_region_and_month)
SELECT
  region, programme, cause, month, basis,
  coalesce(person_times, 0) AS person_times, coalesce(person_times_before, 0) AS person_times_year_before,
  coalesce(person_times, 0)::numeric - coalesce(person_times_before, 0) AS person_times_difference,
  coalesce(persons, 0) AS persons, coalesce(persons_before, 0) AS persons_year_before,
  coalesce(persons, 0)::numeric - coalesce(persons_before, 0) AS persons_difference,
  coalesce(households, 0) AS households, coalesce(households_before, 0) AS households_year_before,
  coalesce(households, 0)::numeric - coalesce(households_before, 0) AS households_difference,
  coalesce(granted_fen, 0) AS granted_fen, coalesce(granted_fen_before, 0) AS granted_fen_year_before,
  coalesce(granted_fen, 0)::numeric - coalesce(granted_fen_before, 0) AS granted_fen_difference,
  coalesce(paid_fen, 0) AS paid_fen, coalesce(paid_fen_before, 0) AS paid_fen_year_before,
  coalesce(paid_fen, 0)::numeric - coalesce(paid_fen_before, 0) AS paid_fen_difference,
  coalesce(taken_in, 0) AS taken_in, coalesce(taken_in_before, 0) AS taken_in_year_before,
  coalesce(taken_in, 0)::numeric - coalesce(taken_in_before, 0) AS taken_in_difference,
  coalesce(exits, 0) AS exits, coalesce(exits_before, 0) AS exits_year_before,
  coalesce(exits, 0)::numeric - coalesce(exits_before, 0) AS exits_difference
FROM now FULL JOIN before USING (region, programme, cause, month, basis)
WHERE month <= (
    SELECT coalesce(max(month) FILTER (WHERE paid_fen <> 0 OR taken_in <> 0), max(month))
    FROM hearthwatch.statistics_by_region_and_month)
  AND 0 <> ANY (ARRAY[
    person_times, persons, households, granted_fen, paid_fen, taken_in, exits, person_times_before,
    persons_before, households_before, granted_fen_before, paid_fen_before, taken_in_before, exits_before])
ORDER BY region, programme, cause, month, basis;

CREATE OR REPLACE VIEW hearthwatch.top_movements AS
WITH now AS (
  SELECT region, programme, cause, month, granted_fen
  FROM hearthwatch.statistics_by_region_and_month
  WHERE basis = 'HELPED' AND region <> 'ALL' AND programme <> 'ALL' AND cause <> 'ALL'),
before AS (
  SELECT region, programme, cause, (month + interval '1 month')::date AS month, granted_fen AS granted_fen_before
  FROM now),
movement AS (
  SELECT
    region, programme, cause, month,
    coalesce(granted_fen, 0) AS granted_fen,
    coalesce(granted_fen_before, 0) AS granted_fen_month_before,
    coalesce(granted_fen, 0)::numeric - coalesce(granted_fen_before, 0) AS change_fen
  FROM now FULL JOIN before USING (region, programme, cause, month)
  WHERE month <= (
    SELECT coalesce(max(month) FILTER (WHERE paid_fen <> 0 OR taken_in <> 0), max(month))
    FROM hearthwatch.statistics_by_region_and_month)),
ranked AS (
  SELECT *, rank() OVER (PARTITION BY month, length(region) ORDER BY abs(change_fen) DESC) AS rank
  FROM movement WHERE change_fen <> 0)
SELECT
  month, length(region) AS region_digits, rank, region, programme, cause, granted_fen,
  granted_fen_month_before, change_fen
FROM ranked
WHERE rank <= 20
ORDER BY month DESC, region_digits, rank, region, programme, cause;

CREATE OR REPLACE FUNCTION hearthwatch.publication_cells(of_month date, by_basis text)
RETURNS SETOF hearthwatch.publication_cell LANGUAGE sql STABLE AS $$
  WITH cell AS (
    SELECT
      region, hearthwatch.region_above(region, region_digits) AS above, programme, cause,
      person_times, persons, households, granted_fen, paid_fen, least_published
    FROM hearthwatch.assistance_statistic CROSS JOIN hearthwatch.publication_limit
    WHERE month = of_month AND basis = by_basis
      AND 0 <> ANY (ARRAY[person_times, persons, households, granted_fen, paid_fen])),
  below AS (
    SELECT
      above AS region, programme, cause,
      sum(person_times) AS person_times, sum(persons) AS persons, sum(households) AS households,
      sum(granted_fen) AS granted_fen, sum(paid_fen) AS paid_fen
    FROM cell WHERE above IS NOT NULL GROUP BY above, programme, cause),
  rest AS (
    SELECT
      c.region, c.programme, c.cause, c.least_published,
      c.person_times - coalesce(b.person_times, 0) AS person_times,
      -- Whoever is also helped below makes it less. Nobody is in it more often than there are grants.
      least(greatest(c.persons - coalesce(b.persons, 0), 0), c.person_times - coalesce(b.person_times, 0)) AS persons,
      least(greatest(c.households - coalesce(b.households, 0), 0), c.person_times - coalesce(b.person_times, 0)) AS households,
      c.granted_fen - coalesce(b.granted_fen, 0) AS granted_fen,
      c.paid_fen - coalesce(b.paid_fen, 0) AS paid_fen
    FROM cell c LEFT JOIN below b USING (region, programme, cause)
    -- A region of the lowest level has no rest: it is all that there is.
    WHERE c.region IN (SELECT region FROM below))
  SELECT
    region, above, programme, cause, person_times, persons, households, false,
    hearthwatch.is_small(person_times, least_published)
      OR hearthwatch.is_small(persons, least_published)
      OR hearthwatch.is_small(households, least_published)
      OR person_times = 0 AND (granted_fen <> 0 OR paid_fen <> 0)
  FROM cell
  UNION ALL
  SELECT
    region || '+', region, programme, cause, person_times, persons, households, true,
    hearthwatch.is_small(person_times, least_published)
      OR hearthwatch.is_small(persons, least_published)
      OR hearthwatch.is_small(households, least_published)
      OR person_times = 0
  FROM rest WHERE person_times <> 0 OR granted_fen <> 0 OR paid_fen <> 0
$$;

CREATE FUNCTION hearthwatch.hide_along_all(cells hearthwatch.publication_cell[], lowest integer)
RETURNS hearthwatch.publication_cell[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  before hearthwatch.publication_cell[];
BEGIN
  -- Each round hides at least one more cell, so it ends.
  WHILE before IS DISTINCT FROM cells LOOP
    before := cells;
    cells := hearthwatch.hide_along(cells, 'region', lowest);
    cells := hearthwatch.hide_along(cells, 'programme', lowest);
    cells := hearthwatch.hide_along(cells, 'cause', lowest);
  END LOOP;
  RETURN cells;
END
$$;
COMMENT ON FUNCTION hearthwatch.hide_along_all IS '补充隐藏 | Hides more cells until no line of any dimension gives a hidden one away.';

CREATE OR REPLACE FUNCTION hearthwatch.hidden_cells(of_month date, by_basis text)
RETURNS TABLE (region text, programme text, cause text) LANGUAGE sql STABLE AS $$
  SELECT c.region, c.programme, c.cause
  FROM unnest(hearthwatch.hide_along_all(
    ARRAY(SELECT c FROM hearthwatch.publication_cells(of_month, by_basis) AS c),
    (SELECT least_published FROM hearthwatch.publication_limit))) AS c
  WHERE c.hidden AND NOT c.rest
$$;

CREATE OR REPLACE FUNCTION hearthwatch.publishable_year(through date, by_basis text)
RETURNS TABLE (
  region text, programme text, cause text, month date, basis text, hidden boolean, person_times bigint,
  persons bigint, households bigint, granted_fen bigint, paid_fen bigint, ytd_hidden boolean,
  ytd_person_times bigint, ytd_persons bigint, ytd_households bigint, ytd_granted_fen bigint,
  ytd_paid_fen bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH said AS (
    SELECT
      *,
      ytd_persons - coalesce(lag(ytd_persons) OVER by_month, 0) AS new_persons,
      ytd_households - coalesce(lag(ytd_households) OVER by_month, 0) AS new_households
    FROM hearthwatch.assistance_statistic
    WHERE month BETWEEN date_trunc('year', through::timestamp)::date AND through AND basis = by_basis
      AND month <= (
        SELECT coalesce(max(month) FILTER (WHERE paid_fen <> 0 OR taken_in <> 0), max(month))
        FROM hearthwatch.assistance_statistic)
    WINDOW by_month AS (PARTITION BY region, programme, cause ORDER BY month)),
  -- When a cell was first hidden in the year, and whether it is in a month.
  hidden AS MATERIALIZED (
    SELECT m.month, h.region, h.programme, h.cause
    FROM (SELECT DISTINCT month FROM said) AS m
    CROSS JOIN LATERAL hearthwatch.hidden_cells(m.month, by_basis) AS h),
  first_hidden AS (
    SELECT region, programme, cause, min(month) AS first_month
    FROM hidden GROUP BY region, programme, cause),
  marked AS MATERIALIZED (
    SELECT
      s.*, h.month IS NOT NULL AS is_hidden, coalesce(f.first_month <= s.month, false) AS is_ytd_hidden,
      bool_or(
        hearthwatch.is_small(s.new_persons, l.least_published)
          OR hearthwatch.is_small(s.persons - s.new_persons, l.least_published)
          OR hearthwatch.is_small(s.new_households, l.least_published)
          OR hearthwatch.is_small(s.households - s.new_households, l.least_published))
        OVER (PARTITION BY s.region, s.programme, s.cause ORDER BY s.month) AS few_are_new,
      l.least_published, l.region_digits
    FROM said s
    CROSS JOIN hearthwatch.publication_limit l
    LEFT JOIN hidden h USING (region, programme, cause, month)
    LEFT JOIN first_hidden f USING (region, programme, cause)),
  -- Whoever is hidden for another stays hidden: in a month without events the other has no row, and would be told.
  people AS MATERIALIZED (
    SELECT c.region, c.programme, c.cause, min(m.month) AS first_month
    FROM (
      SELECT month, min(least_published) AS lowest, array_agg(ROW(
        region, hearthwatch.region_above(region, region_digits), programme, cause, ytd_person_times, ytd_persons,
        ytd_households, false, is_ytd_hidden OR few_are_new)::hearthwatch.publication_cell) AS cells
      FROM marked WHERE ytd_person_times <> 0 GROUP BY month) AS m
    CROSS JOIN LATERAL unnest(hearthwatch.hide_along_all(m.cells, m.lowest)) AS c
    WHERE c.hidden GROUP BY c.region, c.programme, c.cause)
  SELECT
    region, programme, cause, month, basis, is_hidden,
    CASE WHEN NOT is_hidden THEN person_times END,
    CASE WHEN NOT is_hidden THEN persons END,
    CASE WHEN NOT is_hidden THEN households END,
    CASE WHEN NOT is_hidden THEN granted_fen END,
    CASE WHEN NOT is_hidden THEN paid_fen END,
    is_ytd_hidden,
    CASE WHEN NOT is_ytd_hidden THEN ytd_person_times END,
    CASE WHEN NOT is_ytd_hidden AND (first_month > month) IS NOT FALSE THEN ytd_persons END,
    CASE WHEN NOT is_ytd_hidden AND (first_month > month) IS NOT FALSE THEN ytd_households END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_granted_fen END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_paid_fen END
  FROM marked LEFT JOIN people USING (region, programme, cause)
  WHERE 0 <> ANY (ARRAY[
    person_times, persons, households, granted_fen, paid_fen, ytd_person_times, ytd_persons, ytd_households,
    ytd_granted_fen, ytd_paid_fen])
  ORDER BY region, programme, cause, month
$$;
