-- Hidden cells of a line that together have money and no person-times are told by their sum as a single one is: of how
-- many people it is, nobody can say. Until now only a sum of few was held back.
CREATE OR REPLACE FUNCTION hearthwatch.hide_along(
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
        sum(person_times) FILTER (WHERE hidden) = 0
        OR hearthwatch.is_small(sum(person_times) FILTER (WHERE hidden), lowest)
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

-- A code of names (US.TX.harris) has its level by its parts and not by their letters.
CREATE FUNCTION hearthwatch.region_level(code text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN code LIKE '%.%' THEN array_length(string_to_array(code, '.'), 1) ELSE length(code) END
$$;
COMMENT ON FUNCTION hearthwatch.region_level IS '区划级别 | The level of a region: digits of its code, or its parts where it is of names with dots between them.';

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
  SELECT
    *,
    rank() OVER (
      PARTITION BY month, region LIKE '%.%', hearthwatch.region_level(region)
      ORDER BY abs(change_fen) DESC) AS rank
  FROM movement WHERE change_fen <> 0)
SELECT
  month, hearthwatch.region_level(region) AS region_digits, rank, region, programme, cause, granted_fen,
  granted_fen_month_before, change_fen
FROM ranked
WHERE rank <= 20
ORDER BY month DESC, region_digits, rank, region, programme, cause;
COMMENT ON COLUMN hearthwatch.top_movements.region_digits IS '区划级别 | Level of the region: digits of its code, or parts of a code of names.';
