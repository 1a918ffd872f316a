-- The code under which a region is looked up on a day: each change that is of it in turn, of those of one day the one of the
-- longest code.
CREATE FUNCTION looked_up(region text, day date) RETURNS text STABLE LANGUAGE sql AS $$
  WITH RECURSIVE step (since, code) AS (
    SELECT '-infinity'::date, region COLLATE "C"
    UNION ALL
    SELECT changed.from_date, changed.code
    FROM step s
    CROSS JOIN LATERAL (
      SELECT c.from_date, c.now || substr(s.code, length(c.was) + 1) AS code
      FROM region_change c
      WHERE c.from_date > s.since AND c.from_date <= day AND starts_with(s.code, c.was)
      ORDER BY c.from_date, length(c.was) DESC
      LIMIT 1
    ) changed
  )
  SELECT s.code FROM step s ORDER BY s.since DESC LIMIT 1
$$;

-- The regions that are asked about, as they are told and as they are looked up.
CREATE TABLE place_on AS
SELECT told.region, told.as_of, looked_up(told.region, told.as_of) AS code
FROM (SELECT DISTINCT region, as_of FROM household_on) told;
ANALYZE place_on;

-- Parameters in force: for each prefix of the region, as it is looked up, the entry with the latest date not after the as-of
-- date; of the prefixes whose entry has a value, the longest.
CREATE TABLE parameter_on AS
WITH latest AS (
  SELECT DISTINCT ON (p.region, p.as_of, e.parameter, e.region_prefix) p.region, p.as_of, e.*
  FROM place_on p
  JOIN parameter_entry e ON starts_with(p.code, e.region_prefix) AND e.from_date <= p.as_of
  ORDER BY p.region, p.as_of, e.parameter, e.region_prefix, e.from_date DESC
)
SELECT DISTINCT ON (region, as_of, parameter) *
FROM latest
WHERE number IS NOT NULL OR keyed IS NOT NULL OR codes IS NOT NULL
ORDER BY region, as_of, parameter, length(region_prefix) DESC;
CREATE INDEX ON parameter_on (region, as_of, parameter);
ANALYZE parameter_on;

-- A parameter of one number: always one row, its value NULL (not assessable) where none is in force.
CREATE FUNCTION parameter(household text, day date, id text)
RETURNS TABLE (value numeric, used jsonb) STABLE LANGUAGE sql AS $$
  SELECT p.number, limit_used(id, '', p.number, p.unit, p.region_prefix, p.from_date)
  FROM household_on h
  LEFT JOIN parameter_on p ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = id
  WHERE h.household_id = household AND h.as_of = day
$$;

-- The latest day on or before a day, of the days of the year that a parameter lists.
CREATE TABLE last_of_on AS
SELECT p.region, p.as_of, p.parameter, max(named.day) AS day
FROM parameter_on p
CROSS JOIN unnest(p.codes) code
CROSS JOIN generate_series(0, 1) years_back
CROSS JOIN LATERAL (SELECT day_of_year(extract(year FROM p.as_of)::int - years_back, code) AS day) named
WHERE p.parameter IN ('school-year-starts', 'term-starts', 'insurance-year-starts') AND named.day <= p.as_of
GROUP BY p.region, p.as_of, p.parameter;
CREATE INDEX ON last_of_on (region, as_of, parameter);
ANALYZE last_of_on;

-- NULL (not known) where the parameter is missing.
CREATE FUNCTION last_of(household text, day date, id text)
RETURNS TABLE (on_day date) STABLE LANGUAGE sql AS $$
  SELECT l.day
  FROM household_on h
  LEFT JOIN last_of_on l ON l.region = h.region AND l.as_of = h.as_of AND l.parameter = id
  WHERE h.household_id = household AND h.as_of = last_of.day
$$;

-- A parameter by class: of the classes in force the lowest; a class that is not named counts as none; no class: none.
-- Of equally low ones the class that is first in the alphabet is cited.
CREATE FUNCTION parameter_by_class(household text, day date, id text)
RETURNS TABLE (value numeric, used jsonb) STABLE LANGUAGE sql AS $$
  SELECT named.value, limit_used(id, named.key, named.value, p.unit, p.region_prefix, p.from_date)
  FROM household_on h
  LEFT JOIN class_on c ON c.household_id = h.household_id AND c.as_of = h.as_of
  LEFT JOIN parameter_on p ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = id
  CROSS JOIN LATERAL (SELECT CASE WHEN p.keyed ? c.class THEN c.class ELSE 'none' END AS key) chosen
  CROSS JOIN LATERAL (SELECT chosen.key, (p.keyed ->> chosen.key)::numeric AS value) named
  WHERE h.household_id = household AND h.as_of = day
  ORDER BY named.value, c.class
  LIMIT 1
$$;

-- The lines that may apply: by residence, or both while it is unknown, the urban one first.
CREATE TABLE line_on AS
SELECT h.household_id, h.as_of, named.line, lived.position, p.number AS fen, p.per_year,
       limit_used(p.parameter, '', p.number, CASE WHEN p.per_year THEN 'fen a year' ELSE 'fen a month' END,
                  p.region_prefix, p.from_date) AS used
FROM household_on h
CROSS JOIN (VALUES ('dibao-line'), ('disposable-income'), ('monitoring-line')) named (line)
CROSS JOIN LATERAL unnest(CASE WHEN h.residence IS NULL THEN ARRAY['urban', 'rural'] ELSE ARRAY[h.residence] END)
  WITH ORDINALITY lived (residence, position)
LEFT JOIN parameter_on p
  ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = named.line || '-' || lived.residence;
CREATE INDEX ON line_on (household_id, as_of, line);
ANALYZE line_on;

-- The lines that were in force on another day, at the place where the household is looked up on the as-of date.
CREATE FUNCTION line_of_day(household text, day date, named text, other date)
RETURNS TABLE (nth bigint, fen numeric, per_year boolean, used jsonb) STABLE LANGUAGE sql AS $$
  SELECT lived.nth, e.number, e.per_year,
         limit_used(e.parameter, '', e.number, CASE WHEN e.per_year THEN 'fen a year' ELSE 'fen a month' END,
                    e.region_prefix, e.from_date)
  FROM household_on h
  JOIN place_on p ON p.region = h.region AND p.as_of = h.as_of
  CROSS JOIN LATERAL unnest(CASE WHEN h.residence IS NULL THEN ARRAY['urban', 'rural'] ELSE ARRAY[h.residence] END)
    WITH ORDINALITY lived (residence, nth)
  LEFT JOIN LATERAL (
    SELECT * FROM (
      SELECT DISTINCT ON (said.region_prefix) said.*
      FROM parameter_entry said
      WHERE said.parameter = named || '-' || lived.residence AND starts_with(p.code, said.region_prefix)
        AND said.from_date <= other
      ORDER BY said.region_prefix, said.from_date DESC
    ) latest
    WHERE latest.number IS NOT NULL
    ORDER BY length(latest.region_prefix) DESC
    LIMIT 1
  ) e ON true
  WHERE h.household_id = household AND h.as_of = day
$$;

-- Whether an amount is more (direction 1) or less (direction -1) than so many dibao lines; a line given a year is
-- compared with 12 times the amount. Any line will do; limits are those compared until one did.
CREATE FUNCTION beyond_lines(household text, day date, amount_fen numeric, lines numeric, direction int)
RETURNS TABLE (holds boolean, limits jsonb) STABLE LANGUAGE sql AS $$
  SELECT any_of(compared.holds ORDER BY compared.position),
         jsonb_agg(compared.used ORDER BY compared.position) FILTER (WHERE compared.holds IS NOT NULL AND NOT compared.decided)
  FROM (
    SELECT answered.*, coalesce(lag(answered.holds) OVER (ORDER BY answered.position), false) AS decided
    FROM (
      SELECT l.position, l.used,
             sign(CASE WHEN l.per_year THEN amount_fen * 12 ELSE amount_fen END - lines * l.fen) = direction AS holds
      FROM line_on l
      WHERE l.household_id = household AND l.as_of = day AND l.line = 'dibao-line'
    ) answered
  ) compared
$$;
CREATE FUNCTION more_than_lines(household text, day date, amount_fen numeric, lines numeric)
RETURNS TABLE (holds boolean, limits jsonb) STABLE LANGUAGE sql AS $$
  SELECT * FROM beyond_lines(household, day, amount_fen, lines, 1)
$$;
CREATE FUNCTION less_than_lines(household text, day date, amount_fen numeric, lines numeric)
RETURNS TABLE (holds boolean, limits jsonb) STABLE LANGUAGE sql AS $$
  SELECT * FROM beyond_lines(household, day, amount_fen, lines, -1)
$$;

-- part x 100 > percent x (whole - lines), which is: part x 100 - percent x whole is over minus percent x lines.
CREATE FUNCTION more_than_percent_beyond_lines(
  household text, day date, part_fen numeric, percent numeric, whole_fen numeric, lines numeric)
RETURNS TABLE (holds boolean, limits jsonb) STABLE LANGUAGE sql AS $$
  SELECT * FROM more_than_lines(household, day, part_fen * 100 - percent * whole_fen, -percent * lines)
$$;

-- What each source said last of each prefix of regions.
CREATE TABLE completeness AS
SELECT DISTINCT ON (source, region_prefix) source, region_prefix, complete_through
FROM completeness_said
ORDER BY source, region_prefix, said DESC;
CREATE INDEX ON completeness (region_prefix);
ANALYZE completeness;

-- Through which day a source is complete for a region: the latest of its last words for each prefix of it, as it was told or
-- as it is looked up; no row where it never said.
CREATE TABLE complete_under AS
SELECT place.region, place.code, c.source, max(c.complete_through) AS day
FROM (SELECT DISTINCT region, code FROM place_on) place
CROSS JOIN LATERAL generate_series(0, greatest(length(place.region), length(place.code))) digits
JOIN completeness c ON c.region_prefix = ANY (ARRAY[left(place.region, digits), left(place.code, digits)])
GROUP BY place.region, place.code, c.source;
CREATE INDEX ON complete_under (region, code, source);
ANALYZE complete_under;

-- Through which day all sources of income are complete; NULL where one of them never said, or none is named.
CREATE TABLE income_complete_on AS
SELECT place.region, place.as_of, p.codes IS NOT NULL AS sources_named, through.day AS complete_through
FROM place_on place
LEFT JOIN parameter_on p ON p.region = place.region AND p.as_of = place.as_of AND p.parameter = 'income-sources'
CROSS JOIN LATERAL (
  SELECT CASE WHEN bool_and(said.day IS NOT NULL) THEN min(said.day) END AS day
  FROM unnest(p.codes) named (source)
  LEFT JOIN complete_under said ON said.region = place.region AND said.code = place.code AND said.source = named.source
) through;
CREATE INDEX ON income_complete_on (region, as_of);
ANALYZE income_complete_on;

CREATE TABLE complete_on AS
SELECT place.region, place.as_of, c.source, c.day
FROM place_on place
JOIN complete_under c ON c.region = place.region AND c.code = place.code;
CREATE INDEX ON complete_on (region, as_of, source);
ANALYZE complete_on;

-- Whether a day has come and all these sources are complete through it: false before it, unknown while one is not
-- complete, or while the day is not known.
CREATE FUNCTION reached(in_region text, today date, due date, sources text[]) RETURNS boolean STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN due IS NULL THEN NULL
              WHEN today < due THEN false
              WHEN (SELECT all_of(coalesce(c.day >= due, false))
                    FROM unnest(sources) named (source)
                    LEFT JOIN complete_on c ON c.region = in_region AND c.as_of = today AND c.source = named.source) THEN true END
$$;
-- The n-th working day after a day, which is not counted itself. Of 60 days in a row at least 30 are worked.
CREATE FUNCTION working_days_after(start date, n numeric) RETURNS date STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN n <= 0 THEN start
              ELSE (SELECT d.day
                    FROM (SELECT start + i AS day FROM generate_series(1, 2 * n::int + 30) i) d
                    LEFT JOIN calendar_day c USING (day)
                    WHERE coalesce(c.worked, extract(isodow FROM d.day) < 6)
                    ORDER BY d.day OFFSET n::int - 1 LIMIT 1) END
$$;
CREATE FUNCTION reason_of(due date) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN due IS NULL THEN 'parameter-missing' ELSE 'source-incomplete' END
$$;
