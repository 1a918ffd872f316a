-- Words that the other files are written in.

-- True if any is true, else unknown if any is unknown, else false: SQL's own OR over many rows.
CREATE FUNCTION or_known(one boolean, other boolean) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT one OR other $$;
CREATE AGGREGATE any_of(boolean) (SFUNC = or_known, STYPE = boolean, INITCOND = 'false');

-- False if any is false, else unknown if any is unknown, else true.
CREATE FUNCTION and_known(one boolean, other boolean) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT one AND other $$;
CREATE AGGREGATE all_of(boolean) (SFUNC = and_known, STYPE = boolean, INITCOND = 'true');

-- The reason of a part of a rule, if it is unknown. The first one of a rule's parts, in the order of its text, is told.
CREATE FUNCTION unless_known(holds boolean, reason text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN holds IS NULL THEN reason END
$$;

-- Evidence: a value that was measured, and a limit that it was compared with. NULL where the value is not known.
CREATE FUNCTION measured(indicator text, over text, from_day date, to_day date, value numeric, unit text)
RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN value IS NOT NULL THEN jsonb_build_object(
    'indicator', indicator, 'window', over, 'fromDate', from_day, 'toDate', to_day, 'value', value, 'unit', unit) END
$$;
CREATE FUNCTION limit_used(parameter text, key text, value numeric, unit text, region_prefix text, from_date date)
RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN value IS NOT NULL THEN jsonb_build_object(
    'parameter', parameter, 'key', key, 'value', value, 'unit', unit, 'regionPrefix', region_prefix, 'fromDate', from_date) END
$$;
CREATE FUNCTION happened(type text, day date) RETURNS jsonb STABLE LANGUAGE sql AS $$
  SELECT measured('happened.' || lower(type), '', day, day, 1, 'count')
$$;

-- What there is of several pieces of evidence, each an object, an array of objects, or NULL where it was not asked.
CREATE FUNCTION list(one jsonb, two jsonb DEFAULT NULL, three jsonb DEFAULT NULL, four jsonb DEFAULT NULL, five jsonb DEFAULT NULL)
RETURNS jsonb IMMUTABLE LANGUAGE sql AS $$
  SELECT '[]'::jsonb || coalesce(one, '[]') || coalesce(two, '[]') || coalesce(three, '[]') || coalesce(four, '[]')
    || coalesce(five, '[]')
$$;

-- All elements of many arrays, and of many JSON arrays.
CREATE AGGREGATE array_concatenated(text[]) (SFUNC = array_cat, STYPE = text[], INITCOND = '{}');
CREATE AGGREGATE jsonb_concatenated(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '[]');

-- Evidence written out line by line, sorted, with more such lines. At most 50 records are cited, the smallest ids, and it is
-- said how many there are.
CREATE FUNCTION evidence(measures jsonb, limits jsonb, records text[], more text[]) RETURNS text[] STABLE LANGUAGE sql AS $$
  SELECT ARRAY(
    SELECT DISTINCT line COLLATE "C"
    FROM (
      SELECT format('%s %s %s..%s = %s %s', m ->> 'indicator', m ->> 'window', m ->> 'fromDate', m ->> 'toDate',
                    m ->> 'value', m ->> 'unit') AS line
      FROM jsonb_array_elements(measures) m
      UNION ALL
      SELECT format('limit %s %s = %s %s of region %s from %s', l ->> 'parameter', l ->> 'key', l ->> 'value',
                    l ->> 'unit', l ->> 'regionPrefix', l ->> 'fromDate')
      FROM jsonb_array_elements(limits) l
      UNION ALL
      (SELECT DISTINCT 'record ' || r FROM unnest(records) r ORDER BY 1 LIMIT 50)
      UNION ALL
      SELECT 'records: ' || count(DISTINCT r) FROM unnest(records) r
      UNION ALL
      SELECT * FROM unnest(more)
    ) lines
    ORDER BY 1)
$$;

-- The latest month that is closed as of a day, by its first day: a month closes on the 15th of the next.
CREATE FUNCTION latest_closed_month(day date) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT (date_trunc('month', day::timestamp) - CASE WHEN extract(day FROM day) >= 15 THEN 1 ELSE 2 END * INTERVAL '1 month')::date
$$;
CREATE FUNCTION months_before(month date, months int) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT (month - months * INTERVAL '1 month')::date
$$;
CREATE FUNCTION last_day(month date) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT (month + INTERVAL '1 month')::date - 1
$$;

-- The first day of a window that ends on a day; INTERVAL clamps at short months.
CREATE FUNCTION first_day(day date, over interval) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT (day - over)::date + 1
$$;

-- A day that a word gives is infinity for "no day": it never comes, it is later than any other and stays so whatever known
-- number is added to it. NULL is a day that is not known, because a parameter is missing.
CREATE FUNCTION no_day() RETURNS date IMMUTABLE LANGUAGE sql AS $$ SELECT 'infinity'::date $$;
CREATE FUNCTION days_after(day date, days numeric) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT day + days::int
$$;
CREATE FUNCTION months_after(day date, months numeric) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT (day + months::int * INTERVAL '1 month')::date
$$;
CREATE FUNCTION later(one date, other date) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN one IS NOT NULL AND other IS NOT NULL THEN greatest(one, other) END
$$;

-- A day of the year (mm-dd) in a year; 02-29 is 02-28 in short years.
CREATE FUNCTION day_of_year(year int, month_and_day text) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT least(make_date(year, left(month_and_day, 2)::int, 1) + right(month_and_day, 2)::int - 1,
               last_day(make_date(year, left(month_and_day, 2)::int, 1)))
$$;

-- Full years on a day. Who is born on 02-29 becomes a year older on 03-01 in short years.
CREATE FUNCTION full_years(born date, day date) RETURNS int IMMUTABLE LANGUAGE sql AS $$
  SELECT (extract(year FROM day) - extract(year FROM born))::int
    - CASE WHEN to_char(day, 'MMDD') < to_char(born, 'MMDD') THEN 1 ELSE 0 END
$$;

-- The day on which the latest closed month closed.
CREATE FUNCTION last_closed_on(day date) RETURNS date IMMUTABLE LANGUAGE sql AS $$
  SELECT last_day(latest_closed_month(day)) + 15
$$;
