-- Two things by which what is published gave small counts away.
--
-- 1. Person-times and money of a year to date are sums of months and say nothing new. People and households are not:
--    one who was helped in January and February is one of the year. The year to date less that of the month before is
--    how many are new, and the month less that is how many came again. Where either is small, the year to date of
--    people and households is hidden from that month on.
-- 2. A region whose code has parts with dots between (US.TX) is below the part before the last dot, whatever its digits.

CREATE OR REPLACE FUNCTION hearthwatch.region_above(code text, digits integer[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN code = 'ALL' THEN NULL
    WHEN code LIKE '%.%' THEN regexp_replace(code, '\.[^.]*$', '')
    ELSE coalesce((SELECT left(code, max(length)) FROM unnest(digits) AS length WHERE length < length(code)), 'ALL')
  END
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
    WINDOW by_month AS (PARTITION BY region, programme, cause ORDER BY month)),
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
      s.*, h.month IS NOT NULL AS is_hidden, coalesce(f.first_month <= s.month, false) AS is_ytd_hidden,
      bool_or(
        hearthwatch.is_small(s.new_persons, l.least_published)
          OR hearthwatch.is_small(s.persons - s.new_persons, l.least_published)
          OR hearthwatch.is_small(s.new_households, l.least_published)
          OR hearthwatch.is_small(s.households - s.new_households, l.least_published))
        OVER (PARTITION BY s.region, s.programme, s.cause ORDER BY s.month) AS few_are_new
    FROM said s
    CROSS JOIN hearthwatch.publication_limit l
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
    CASE WHEN NOT is_ytd_hidden AND NOT few_are_new THEN ytd_persons END,
    CASE WHEN NOT is_ytd_hidden AND NOT few_are_new THEN ytd_households END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_granted_fen END,
    CASE WHEN NOT is_ytd_hidden THEN ytd_paid_fen END
  FROM marked
  WHERE 0 <> ANY (ARRAY[
    person_times, persons, households, granted_fen, paid_fen, ytd_person_times, ytd_persons, ytd_households,
    ytd_granted_fen, ytd_paid_fen])
  ORDER BY region, programme, cause, month
$$;

COMMENT ON COLUMN hearthwatch.published_statistics.ytd_persons IS '本年累计人数 | From January through the month: different people with a grant; null where hidden, or where it would tell how few of a month are new or came again.';
COMMENT ON COLUMN hearthwatch.published_statistics.ytd_households IS '本年累计户数 | From January through the month: different households with a grant; null where hidden, or where it would tell how few of a month are new or came again.';
