-- The class that a household's figures suggest: the first, in the order of the classes and of the ways into them, whose
-- conditions hold. Ways that come before it and are not assessable are told.

-- Recognitions of grace up to the as-of date: through which day each lasts (NULL where a parameter is missing), through
-- which it was in force (asked only where all are known), and whether it still is in force.
CREATE VIEW grace_spell AS
SELECT q.household_id, q.as_of, r.body ->> 'householdClass' AS class, r.occurred_on, r.event_id, r.record,
       lasts.through, least(lasts.through, ended.day - 1) AS in_force_through,
       ended.day IS NULL AND (said.through IS NULL OR said.through >= q.as_of) AS in_force,
       CASE WHEN said.through IS NULL THEN months.used END AS used
FROM question q
JOIN event r
  ON r.household_id = q.household_id
  AND r.type = 'CLASS_RECOGNISED'
  AND r.occurred_on <= q.as_of
  AND r.body ->> 'variant' = 'grace'
CROSS JOIN LATERAL parameter(q.household_id, q.as_of, 'grace-months') months
CROSS JOIN LATERAL (SELECT DATE '1970-01-01' + (r.body ->> 'validThrough')::int AS through) said
CROSS JOIN LATERAL (
  SELECT coalesce(said.through, days_after(months_after(r.occurred_on, months.value), -1)) AS through
) lasts
CROSS JOIN LATERAL (
  SELECT min(e.occurred_on) AS day
  FROM event e
  WHERE e.household_id = q.household_id
    AND e.type = 'CLASS_ENDED'
    AND e.body ->> 'householdClass' = r.body ->> 'householdClass'
    AND e.occurred_on BETWEEN r.occurred_on AND q.as_of
) ended;

-- The month of grace of a class that the as-of date lies in, counted from the day since which there has been grace without a
-- day between: 0 outside grace and once it is over, NULL where it is not known how long it lasts. Always one row.
CREATE FUNCTION grace_month(household text, day date, of_class text)
RETURNS TABLE (number numeric, since date, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  WITH spell AS (
    SELECT * FROM grace_spell s WHERE s.household_id = household AND s.as_of = day AND s.class = of_class
  ),
  longest AS (
    SELECT count(*) AS spells,
           CASE WHEN bool_and(s.through IS NOT NULL) THEN max(s.through) END AS through,
           (array_agg(s.record ORDER BY s.through DESC, s.occurred_on, s.event_id))[1] AS record
    FROM spell s
    WHERE s.in_force
  ),
  whole AS (
    SELECT bool_and(s.through IS NOT NULL) AS known, jsonb_agg(s.used) FILTER (WHERE s.used IS NOT NULL) AS used FROM spell s
  ),
  unbroken AS (
    SELECT max(s.occurred_on) AS since
    FROM spell s
    WHERE s.occurred_on <= s.in_force_through
      AND NOT EXISTS (
        SELECT FROM spell earlier WHERE s.occurred_on - 1 BETWEEN earlier.occurred_on AND earlier.in_force_through)
  ),
  counted AS (
    SELECT CASE WHEN l.spells = 0 OR l.through < day THEN 0
                WHEN w.known THEN (
                  SELECT count(*) FROM generate_series(0, (day - u.since) / 28 + 1) back WHERE months_after(u.since, back) <= day)
           END AS number,
           u.since, l.through, l.record, w.used
    FROM longest l
    CROSS JOIN whole w
    CROSS JOIN unbroken u
  )
  SELECT c.number, c.since, list(measured('graceMonth', '', c.since, c.through, c.number, 'count')), list(c.used),
         array_remove(ARRAY[c.record], NULL)
  FROM counted c
$$;

-- What is continued in this month of grace. Always one row; fen is NULL where it is not known, with the reason. Asked only in
-- grace.
CREATE FUNCTION grace_entitlement(household text, day date, taper text, of_class text)
RETURNS TABLE (month numeric, fen numeric, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT g.number,
         CASE WHEN g.number IS NOT NULL AND benefit.records <> '{}' THEN floor((benefit.fen * share.percent + 50) / 100) END,
         CASE WHEN g.number IS NULL OR share.percent IS NULL THEN 'parameter-missing' ELSE 'benefit-unknown' END,
         list(g.measures,
              CASE WHEN share.percent IS NOT NULL AND benefit.records <> '{}'
                   THEN measured('benefitBeforeGrace', 'months(1)', before.month, last_day(before.month), benefit.fen, 'fen') END),
         list(g.limits, limit_used(taper, named.key, share.percent, p.unit, p.region_prefix, p.from_date)),
         g.records || CASE WHEN share.percent IS NOT NULL THEN benefit.records END
  FROM household_on h
  LEFT JOIN parameter_on p ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = taper
  CROSS JOIN grace_month(household, day, of_class) g
  CROSS JOIN LATERAL (SELECT CASE WHEN p.keyed ? g.number::text THEN g.number::text ELSE 'none' END AS key) named
  CROSS JOIN LATERAL (SELECT (p.keyed ->> named.key)::numeric AS percent) share
  CROSS JOIN LATERAL (SELECT months_before(date_trunc('month', g.since)::date, 1) AS month) before
  CROSS JOIN LATERAL paid_for(household, day, of_class, before.month) benefit
  WHERE h.household_id = household AND h.as_of = day
$$;

-- Percent of the dibao line x members - income, of the latest closed month; of a line a year a twelfth of the year's. Of two
-- lines the one that gives more, whatever is not known of the other. Rounded half-up to the fen, not below 0.
CREATE FUNCTION entitlement(household text, day date, percent numeric)
RETURNS TABLE (fen numeric, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN count(owed.year_hundredths) > 0 THEN floor((greatest(max(owed.year_hundredths), 0) + 600) / 1200) END,
         CASE WHEN heads.number IS NULL THEN 'members-unknown'
              ELSE (array_agg(p.reason ORDER BY p.position) FILTER (WHERE p.reason IS NOT NULL))[1] END,
         list(measured('members', '', closed.month_end, closed.month_end, heads.number, 'people'), jsonb_concatenated(list(p.income))),
         jsonb_agg(p.used) FILTER (WHERE owed.year_hundredths IS NOT NULL),
         array_concatenated(p.records)
  FROM (SELECT last_day(latest_closed_month(day)) AS month_end) closed
  CROSS JOIN members(household, closed.month_end) heads
  JOIN per_head_on p ON p.household_id = household AND p.as_of = day AND p.line = 'dibao-line' AND p.back = 0
  JOIN line_on l ON l.household_id = p.household_id AND l.as_of = p.as_of AND l.line = p.line AND l.position = p.position
  CROSS JOIN LATERAL (
    SELECT CASE WHEN l.per_year THEN p.line_fen * heads.number * percent - p.income_fen * 100
                ELSE (p.line_fen * heads.number * percent - p.income_fen * 100) * 12 END AS year_hundredths
  ) owed
  GROUP BY closed.month_end, heads.number
$$;

-- The same with what the income of 12 months leaves after rigid expenditure, a month, at least 0.
CREATE FUNCTION entitlement_after_rigid(household text, day date, percent numeric)
RETURNS TABLE (fen numeric, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN count(owed.year_hundredths) > 0 THEN floor((greatest(max(owed.year_hundredths), 0) + 600) / 1200) END,
         CASE WHEN earned.fen IS NULL THEN earned.reason
              WHEN heads.number IS NULL THEN 'members-unknown'
              WHEN count(owed.year_hundredths) = 0 THEN 'parameter-missing' END,
         list(measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen'),
              measured('rigid', 'months(12)', paid.from_day, day, paid.fen, 'fen'),
              measured('members', '', closed.month_end, closed.month_end, heads.number, 'people')),
         jsonb_agg(l.used) FILTER (WHERE owed.year_hundredths IS NOT NULL),
         earned.records || paid.records
  FROM (SELECT last_day(latest_closed_month(day)) AS month_end) closed
  CROSS JOIN members(household, closed.month_end) heads
  CROSS JOIN income(household, day, latest_closed_month(day), 12) earned
  CROSS JOIN spent(household, day, rigid(), '12 months') paid
  JOIN line_on l ON l.household_id = household AND l.as_of = day AND l.line = 'dibao-line'
  CROSS JOIN LATERAL (
    SELECT l.fen * CASE WHEN l.per_year THEN 1 ELSE 12 END * heads.number * percent - CASE WHEN earned.fen IS NOT NULL THEN greatest(earned.fen - paid.fen, 0) END * 100
      AS year_hundredths
  ) owed
  GROUP BY closed.month_end, heads.number, earned.fen, earned.reason, earned.from_day, earned.to_day, earned.records,
    paid.fen, paid.from_day, paid.records
$$;

-- The ways into each class, by region and date; a region that says something of a class says all of it.
CREATE TABLE way (
  class         text NOT NULL,
  class_order   int NOT NULL,
  region_prefix text COLLATE "C" NOT NULL,
  from_date     date NOT NULL,
  nth           int NOT NULL,
  variant       text NOT NULL
);
INSERT INTO way VALUES
  ('dibao', 1, '', '2000-01-01', 1, 'income-in-grace'),
  ('dibao', 1, '', '2000-01-01', 2, 'grace'),
  ('dibao', 1, '', '2000-01-01', 3, 'income'),
  ('dibao', 1, '3301', '2021-01-01', 1, 'income-in-grace'),
  ('dibao', 1, '3301', '2021-01-01', 2, 'grace'),
  ('dibao', 1, '3301', '2021-01-01', 3, 'income'),
  ('dibao', 1, '3301', '2021-01-01', 4, 'expenditure'),
  ('marginal', 2, '', '2000-01-01', 1, 'income'),
  ('rigid', 3, '', '2000-01-01', 1, 'expenditure'),
  ('monitored', 4, '', '2000-01-01', 1, 'income');

CREATE TABLE way_on AS
SELECT q.household_id, q.as_of, w.*
FROM question q
JOIN household_on h USING (household_id, as_of)
JOIN place_on p ON p.region = h.region AND p.as_of = h.as_of
JOIN way w ON starts_with(p.code, w.region_prefix) AND w.from_date <= q.as_of
WHERE NOT EXISTS (
  SELECT FROM way nearer
  WHERE nearer.class = w.class
    AND starts_with(p.code, nearer.region_prefix)
    AND nearer.from_date <= q.as_of
    AND (length(nearer.region_prefix), nearer.from_date) > (length(w.region_prefix), w.from_date));

-- dibao, income-in-grace: in grace, and the figures say more than what is continued.
-- dibao, grace: in grace; what is continued, if that is known.
CREATE VIEW way_of_grace AS
SELECT w.household_id, w.as_of, w.class, w.variant,
       CASE WHEN w.variant = 'grace' THEN kept.month > 0 ELSE kept.month > 0 AND kept.fen < owed.fen END AS holds,
       CASE WHEN w.variant = 'grace' OR kept.fen IS NULL THEN kept.reason ELSE owed.reason END AS reason,
       CASE WHEN w.variant = 'grace' THEN kept.fen ELSE owed.fen END AS fen,
       CASE WHEN w.variant = 'grace' THEN kept.measures ELSE list(kept.measures, owed.measures) END AS measures,
       CASE WHEN w.variant = 'grace' THEN kept.limits ELSE list(kept.limits, owed.limits) END AS limits,
       CASE WHEN w.variant = 'grace' THEN kept.records ELSE kept.records || owed.records END AS records
FROM way_on w
CROSS JOIN LATERAL grace_entitlement(w.household_id, w.as_of, 'grace-taper-percent', 'dibao') kept
CROSS JOIN LATERAL entitlement(w.household_id, w.as_of, 100) owed
WHERE w.class = 'dibao' AND w.variant IN ('grace', 'income-in-grace');

-- dibao, income: income per head under L.
CREATE VIEW way_of_income AS
SELECT w.household_id, w.as_of, w.class, w.variant,
       poor.holds, poor.reason, owed.fen,
       list(poor.measures, owed.measures) AS measures,
       list(poor.limits, owed.limits) AS limits,
       poor.records || owed.records AS records
FROM way_on w
CROSS JOIN LATERAL per_capita_under(w.household_id, w.as_of, 'dibao-line', 100, 0) poor
CROSS JOIN LATERAL entitlement(w.household_id, w.as_of, 100) owed
WHERE w.class = 'dibao' AND w.variant = 'income';

-- dibao, expenditure: income per head under marginal-percent of L, and income(months(12)) - rigid(months(12)) < 12 x members
-- on the as-of date x L.
CREATE VIEW way_of_expenditure AS
SELECT w.household_id, w.as_of, w.class, w.variant,
       poor.holds AND under.holds AS holds,
       CASE WHEN percent.value IS NULL THEN 'parameter-missing'
            ELSE coalesce(poor.reason, earned.reason, CASE WHEN heads.number IS NULL THEN 'members-unknown' ELSE 'parameter-missing' END)
       END AS reason,
       owed.fen,
       list(poor.measures,
            measured('members', '', w.as_of, w.as_of, heads.number, 'people'),
            owed.measures) AS measures,
       list(percent.used, poor.limits, under.limits, owed.limits) AS limits,
       poor.records || owed.records AS records
FROM way_on w
CROSS JOIN LATERAL parameter(w.household_id, w.as_of, 'marginal-percent') percent
CROSS JOIN LATERAL per_capita_under(w.household_id, w.as_of, 'dibao-line', percent.value, 0) poor
CROSS JOIN LATERAL spent(w.household_id, w.as_of, rigid(), '12 months') paid
CROSS JOIN LATERAL income(w.household_id, w.as_of, latest_closed_month(w.as_of), 12) earned
CROSS JOIN LATERAL members(w.household_id, w.as_of) heads
CROSS JOIN LATERAL less_than_lines(w.household_id, w.as_of, earned.fen - paid.fen, 12 * heads.number) under
CROSS JOIN LATERAL entitlement_after_rigid(w.household_id, w.as_of, 100) owed
WHERE w.class = 'dibao' AND w.variant = 'expenditure';

-- marginal: income per head under marginal-percent of L. monitored: under the line of monitoring.
CREATE VIEW way_of_line AS
SELECT w.household_id, w.as_of, w.class, w.variant,
       poor.holds,
       CASE WHEN percent.value IS NULL THEN 'parameter-missing' ELSE poor.reason END AS reason,
       NULL::numeric AS fen,
       poor.measures,
       list(percent.used, poor.limits) AS limits,
       poor.records
FROM way_on w
JOIN (VALUES ('marginal', 'dibao-line'), ('monitored', 'monitoring-line')) under (class, line) ON under.class = w.class
CROSS JOIN LATERAL (
  SELECT CASE WHEN w.class = 'marginal' THEN asked.value ELSE 100 END AS value, CASE WHEN w.class = 'marginal' THEN asked.used END AS used
  FROM parameter(w.household_id, w.as_of, 'marginal-percent') asked
) percent
CROSS JOIN LATERAL per_capita_under(w.household_id, w.as_of, under.line, percent.value, 0) poor;

-- rigid: income per head under disposable income, and rigid(months(12)) x 100 > rigid-share-percent x income(months(12)).
CREATE VIEW way_of_rigid AS
SELECT w.household_id, w.as_of, w.class, w.variant,
       poor.holds AND paid.fen * 100 > share.value * earned.fen AS holds,
       coalesce(poor.reason, CASE WHEN share.value IS NULL THEN 'parameter-missing' END, earned.reason) AS reason,
       NULL::numeric AS fen,
       list(poor.measures,
            measured('rigid', 'months(12)', paid.from_day, w.as_of, paid.fen, 'fen'),
            measured('income', 'months(12)', earned.from_day, earned.to_day, earned.fen, 'fen')) AS measures,
       list(poor.limits, share.used) AS limits,
       poor.records || paid.records || earned.records AS records
FROM way_on w
CROSS JOIN LATERAL per_capita_under(w.household_id, w.as_of, 'disposable-income', 100, 0) poor
CROSS JOIN LATERAL spent(w.household_id, w.as_of, rigid(), '12 months') paid
CROSS JOIN LATERAL income(w.household_id, w.as_of, latest_closed_month(w.as_of), 12) earned
CROSS JOIN LATERAL parameter(w.household_id, w.as_of, 'rigid-share-percent') share
WHERE w.class = 'rigid';

-- What comes first of what holds, and what is not known before it.
CREATE VIEW proposal AS
SELECT asked.*
FROM (
  SELECT w.class_order, w.nth, w.region_prefix, w.from_date, a.*,
         coalesce(bool_or(a.holds) OVER (
           PARTITION BY w.household_id, w.as_of ORDER BY w.class_order, w.nth ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
           false) AS decided
  FROM way_on w
  JOIN (
    SELECT * FROM way_of_grace UNION ALL SELECT * FROM way_of_income UNION ALL SELECT * FROM way_of_expenditure
    UNION ALL SELECT * FROM way_of_line UNION ALL SELECT * FROM way_of_rigid
  ) a USING (household_id, as_of, class, variant)
) asked
WHERE NOT decided AND holds IS NOT FALSE;
