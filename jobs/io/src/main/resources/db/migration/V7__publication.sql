-- What may be published of the statistics: small counts are hidden, and with them what would give them away.
--
-- 1. A cell (region, programme, cause) of a month is hidden when its person-times, people or households are more than 0
--    and fewer than the limit; also when it has money but no person-times, since nobody can say of how many people.
-- 2. A line is a cell with the cells that add up to it: the regions right below its region, or the programmes of its
--    ALL, or the causes of its ALL. Where exactly one cell of a line is hidden, the others would tell it. So one more
--    is hidden: the child with the fewest person-times, else the sum itself.
-- 3. Where the hidden children of a line are together fewer than the limit and their sum is shown, one more is hidden.
-- 4. What is counted in a region but in none below it (a code that ends at the city) is a child of its own that is never
--    shown, named by the region and a plus sign; it takes part in 1 to 3.
-- 5. Steps 2 and 3 are repeated until no line asks for more.
-- 6. The year to date of a cell is hidden from the first hidden month of the year on. So it never says more than the
--    months do: what is shown of it is a sum of months that are shown.
--
-- Against one line at a time this is complete. It is no proof against somebody who solves many lines as a system of
-- equations, who knows some of the people, who compares what was published at two dates, or who sets the two bases
-- against each other. Households that came into or left a class are few nearly everywhere and are not published.

CREATE TABLE hearthwatch.publication_limit (
  least_published integer NOT NULL CHECK (least_published > 0),
  region_digits   integer[] NOT NULL,
  only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row)
);
COMMENT ON TABLE hearthwatch.publication_limit IS '公布下限 | One row: from which count on figures may be published.';
COMMENT ON COLUMN hearthwatch.publication_limit.least_published IS '最小公布数 | A count above 0 and below this is hidden; 1 hides nothing but money without person-times.';
COMMENT ON COLUMN hearthwatch.publication_limit.region_digits IS '区划级别 | Lengths of region codes above the lowest level, as the assistance job has them in its option region-levels.';
COMMENT ON COLUMN hearthwatch.publication_limit.only_row IS '唯一行 | Always true: there is one row.';
-- 5 is assumed: a small number that keeps a household from being recognised by its neighbours.
INSERT INTO hearthwatch.publication_limit VALUES (5, '{2,4,6,9}');

CREATE TYPE hearthwatch.publication_cell AS (
  region       text,
  above        text,
  programme    text,
  cause        text,
  person_times numeric,
  persons      numeric,
  households   numeric,
  rest         boolean,
  hidden       boolean
);
COMMENT ON TYPE hearthwatch.publication_cell IS '待公布单元 | A cell with the region above it; a rest is what no region below a region holds.';

CREATE FUNCTION hearthwatch.region_above(code text, digits integer[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN code <> 'ALL' THEN
    coalesce((SELECT left(code, max(length)) FROM unnest(digits) AS length WHERE length < length(code)), 'ALL')
  END
$$;
COMMENT ON FUNCTION hearthwatch.region_above IS '上级区划 | The region right above a region; null for the nation.';

CREATE FUNCTION hearthwatch.is_small(figure numeric, lowest integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  -- Below 0 there is only what has not arrived yet.
  SELECT figure <> 0 AND figure < lowest
$$;
COMMENT ON FUNCTION hearthwatch.is_small IS '小数判断 | Whether a figure is too small to be published.';

CREATE FUNCTION hearthwatch.publication_cells(of_month date, by_basis text)
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
      sum(person_times) AS person_times, sum(granted_fen) AS granted_fen, sum(paid_fen) AS paid_fen
    FROM cell WHERE above IS NOT NULL GROUP BY above, programme, cause),
  rest AS (
    SELECT
      c.region, c.programme, c.cause, c.least_published,
      c.person_times - coalesce(b.person_times, 0) AS person_times,
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
  -- How many different people and households a rest has cannot be said.
  SELECT
    region || '+', region, programme, cause, person_times, 0, 0, true,
    hearthwatch.is_small(person_times, least_published) OR person_times = 0
  FROM rest WHERE person_times <> 0 OR granted_fen <> 0 OR paid_fen <> 0
$$;
COMMENT ON FUNCTION hearthwatch.publication_cells IS '一个月的待公布单元 | The cells of a month and the rests, those hidden that are small themselves.';

CREATE FUNCTION hearthwatch.hide_along(
  cells hearthwatch.publication_cell[], dimension text, lowest integer)
RETURNS hearthwatch.publication_cell[] LANGUAGE sql STABLE AS $$
  WITH cell AS (SELECT * FROM unnest(cells) WITH ORDINALITY AS c (
    region, above, programme, cause, person_times, persons, households, rest, hidden, number)),
  -- Every line is named by the cell that is its sum.
  member AS (
    SELECT
      CASE dimension WHEN 'region' THEN above ELSE region END AS line_region,
      CASE dimension WHEN 'programme' THEN 'ALL' ELSE programme END AS line_programme,
      CASE dimension WHEN 'cause' THEN 'ALL' ELSE cause END AS line_cause,
      false AS is_sum, cell.*
    FROM cell
    WHERE CASE dimension
      WHEN 'region' THEN above IS NOT NULL
      WHEN 'programme' THEN programme <> 'ALL'
      ELSE cause <> 'ALL' END
    UNION ALL
    SELECT region, programme, cause, true, cell.*
    FROM cell
    WHERE CASE dimension
      WHEN 'region' THEN true
      WHEN 'programme' THEN programme = 'ALL'
      ELSE cause = 'ALL' END),
  telling AS (
    SELECT line_region, line_programme, line_cause
    FROM member
    GROUP BY line_region, line_programme, line_cause
    HAVING bool_or(is_sum) AND NOT bool_and(is_sum) AND (
      count(*) FILTER (WHERE hidden) = 1
      OR NOT bool_or(is_sum AND hidden) AND (
        hearthwatch.is_small(sum(person_times) FILTER (WHERE hidden), lowest)
        OR hearthwatch.is_small(sum(persons) FILTER (WHERE hidden), lowest)
        OR hearthwatch.is_small(sum(households) FILTER (WHERE hidden), lowest)))),
  chosen AS (
    SELECT DISTINCT ON (line_region, line_programme, line_cause) number
    FROM telling JOIN member USING (line_region, line_programme, line_cause)
    WHERE NOT hidden AND person_times <> 0
    ORDER BY line_region, line_programme, line_cause, is_sum, person_times, region, programme, cause)
  SELECT array_agg(ROW(
    region, above, programme, cause, person_times, persons, households, rest,
    hidden OR number IN (SELECT number FROM chosen))::hearthwatch.publication_cell ORDER BY number)
  FROM cell
$$;
COMMENT ON FUNCTION hearthwatch.hide_along IS '沿一个维度补充隐藏 | Hides one more cell on every line of a dimension (region, programme or cause) that would give a hidden one away.';

CREATE FUNCTION hearthwatch.hidden_cells(of_month date, by_basis text)
RETURNS TABLE (region text, programme text, cause text) LANGUAGE plpgsql STABLE AS $$
DECLARE
  lowest integer := (SELECT least_published FROM hearthwatch.publication_limit);
  cells hearthwatch.publication_cell[] :=
    ARRAY(SELECT c FROM hearthwatch.publication_cells(of_month, by_basis) AS c);
  before hearthwatch.publication_cell[];
BEGIN
  -- Each round hides at least one more cell, so it ends.
  WHILE before IS DISTINCT FROM cells LOOP
    before := cells;
    cells := hearthwatch.hide_along(cells, 'region', lowest);
    cells := hearthwatch.hide_along(cells, 'programme', lowest);
    cells := hearthwatch.hide_along(cells, 'cause', lowest);
  END LOOP;
  RETURN QUERY SELECT c.region, c.programme, c.cause FROM unnest(cells) AS c WHERE c.hidden AND NOT c.rest;
END
$$;
COMMENT ON FUNCTION hearthwatch.hidden_cells IS '一个月隐藏的单元 | The cells of a month that must not be published, by one basis.';

-- It reads with its owner's rights, so that analysts need none to the table; hence the fixed search path.
CREATE FUNCTION hearthwatch.publishable_year(through date, by_basis text)
RETURNS TABLE (
  region text, programme text, cause text, month date, basis text, hidden boolean, person_times bigint,
  persons bigint, households bigint, granted_fen bigint, paid_fen bigint, ytd_hidden boolean,
  ytd_person_times bigint, ytd_persons bigint, ytd_households bigint, ytd_granted_fen bigint,
  ytd_paid_fen bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH said AS (
    SELECT * FROM hearthwatch.assistance_statistic
    WHERE month BETWEEN date_trunc('year', through::timestamp)::date AND through AND basis = by_basis),
  -- When a cell was first hidden in the year, and whether it is in a month.
  hidden AS MATERIALIZED (
    SELECT m.month, h.region, h.programme, h.cause
    FROM (SELECT DISTINCT month FROM said) AS m
    CROSS JOIN LATERAL hearthwatch.hidden_cells(m.month, by_basis) AS h),
  first_hidden AS (
    SELECT region, programme, cause, min(month) AS first_month
    FROM hidden GROUP BY region, programme, cause),
  marked AS (
    SELECT
      s.*, h.month IS NOT NULL AS is_hidden, coalesce(f.first_month <= s.month, false) AS is_ytd_hidden
    FROM said s
    LEFT JOIN hidden h USING (region, programme, cause, month)
    LEFT JOIN first_hidden f USING (region, programme, cause))
  SELECT
    region, programme, cause, month, basis, is_hidden,
    CASE WHEN NOT is_hidden THEN person_times END,
    CASE WHEN NOT is_hidden THEN persons END,
    CASE WHEN NOT is_hidden THEN households END,
    CASE WHEN NOT is_hidden THEN granted_fen END,
    CASE WHEN NOT is_hidden THEN paid_fen END,
    is_ytd_hidden,
    CASE WHEN NOT is_ytd_hidden THEN ytd_person_times END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_persons END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_households END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_granted_fen END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_paid_fen END
  FROM marked
  WHERE 0 <> ANY (ARRAY[
    person_times, persons, households, granted_fen, paid_fen, ytd_person_times, ytd_persons, ytd_households,
    ytd_granted_fen, ytd_paid_fen])
  ORDER BY region, programme, cause, month
$$;
COMMENT ON FUNCTION hearthwatch.publishable_year IS '本年可公布统计 | What may be published of the months of a year through one of them, by one basis.';

CREATE FUNCTION hearthwatch.publishable(of_month date, by_basis text)
RETURNS TABLE (
  region text, programme text, cause text, month date, basis text, hidden boolean, person_times bigint,
  persons bigint, households bigint, granted_fen bigint, paid_fen bigint, ytd_hidden boolean,
  ytd_person_times bigint, ytd_persons bigint, ytd_households bigint, ytd_granted_fen bigint,
  ytd_paid_fen bigint)
LANGUAGE sql STABLE AS $$
  SELECT * FROM hearthwatch.publishable_year(of_month, by_basis) WHERE month = of_month
$$;
COMMENT ON FUNCTION hearthwatch.publishable IS '一个月可公布统计 | What may be published of a month, by one basis; much less work than the view.';

CREATE VIEW hearthwatch.published_statistics AS
SELECT p.*
FROM (
  SELECT DISTINCT year_month / 100 AS year, basis
  FROM hearthwatch.assistance_statistic WHERE year_month <> 0) AS y
CROSS JOIN LATERAL hearthwatch.publishable_year(make_date(y.year, 12, 1), y.basis) AS p;

COMMENT ON VIEW hearthwatch.published_statistics IS '可公布统计 | The statistics without small counts and without what would give them away; computed anew for every month at each reading.';
COMMENT ON COLUMN hearthwatch.published_statistics.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.published_statistics.programme IS '救助项目 | Programme of relief, or class; ALL for all together.';
COMMENT ON COLUMN hearthwatch.published_statistics.cause IS '致困原因 | Cause of hardship, not-told, or ALL.';
COMMENT ON COLUMN hearthwatch.published_statistics.month IS '月份 | First day of the month.';
COMMENT ON COLUMN hearthwatch.published_statistics.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.published_statistics.hidden IS '是否隐藏 | Whether the figures of the month are hidden, for themselves or for others.';
COMMENT ON COLUMN hearthwatch.published_statistics.person_times IS '人次 | Counted in the month: person-times: grants; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.persons IS '人数 | Counted in the month: different people with a grant; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.households IS '户数 | Counted in the month: different households with a grant; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.granted_fen IS '核准金额 | Counted in the month: granted, by month of the grant, in the smallest unit of money; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.paid_fen IS '发放金额 | Counted in the month: paid, by date of payment, in the smallest unit of money; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_hidden IS '本年累计是否隐藏 | Whether a month of the year so far is hidden, and the year to date with it.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_person_times IS '本年累计人次 | From January through the month: person-times: grants; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_persons IS '本年累计人数 | From January through the month: different people with a grant; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_households IS '本年累计户数 | From January through the month: different households with a grant; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_granted_fen IS '本年累计核准金额 | From January through the month: granted, by month of the grant, in the smallest unit of money; null where hidden.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_paid_fen IS '本年累计发放金额 | From January through the month: paid, by date of payment, in the smallest unit of money; null where hidden.';

REVOKE EXECUTE ON FUNCTION hearthwatch.publishable_year, hearthwatch.publishable FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hearthwatch.publishable_year, hearthwatch.publishable TO hearthwatch_analyst;
GRANT SELECT ON hearthwatch.published_statistics TO hearthwatch_analyst;
