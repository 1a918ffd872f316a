-- Money spent and earned.

-- Self-paid (net) = gross - basic insurance - serious-illness insurance - medical aid - commercial - subsidy - charity.
CREATE TABLE bill AS
SELECT household_id, person_id, occurred_on, record,
       body ->> 'category' AS category,
       (body ->> 'grossFen')::numeric - (body ->> 'basicInsuranceFen')::numeric - (body ->> 'seriousIllnessFen')::numeric
         - (body ->> 'medicalAidFen')::numeric - (body ->> 'commercialFen')::numeric - (body ->> 'subsidyFen')::numeric
         - (body ->> 'charityFen')::numeric AS net_fen,
       of_member(household_id, person_id, occurred_on) AS of_member
FROM event
WHERE type = 'EXPENSE_INCURRED';
CREATE INDEX ON bill (household_id, occurred_on);
ANALYZE bill;

-- The categories that count as medical, and as rigid.
CREATE FUNCTION medical() RETURNS text[] IMMUTABLE LANGUAGE sql AS $$ SELECT ARRAY['medical'] $$;
CREATE FUNCTION rigid() RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
  SELECT ARRAY['medical', 'education', 'housing', 'rehabilitation', 'disaster-repair']
$$;

-- The bills of a window that count.
CREATE FUNCTION bills(household text, day date, categories text[], over interval)
RETURNS TABLE (person_id text, net_fen numeric, record text) STABLE LANGUAGE sql AS $$
  SELECT b.person_id, b.net_fen, b.record
  FROM household_on h
  JOIN bill b ON b.household_id = h.household_id
  WHERE h.household_id = household
    AND h.as_of = day
    AND b.occurred_on BETWEEN first_day(day, over) AND day
    AND b.category = ANY (categories)
    AND (b.of_member OR NOT h.membership_known)
$$;

-- What was spent in a window, and the bills that were added up; of one person, or of the household.
CREATE FUNCTION spent(household text, day date, categories text[], over interval, person text DEFAULT NULL)
RETURNS TABLE (fen numeric, from_day date, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum(b.net_fen), 0), first_day(day, over), array_remove(array_agg(b.record), NULL)
  FROM bills(household, day, categories, over) b
  WHERE person IS NULL OR b.person_id = person
$$;

-- Rigid expenditure of a window as it was a while earlier: it ends that much before the as-of date.
CREATE FUNCTION earlier_rigid(household text, day date, over interval, back interval)
RETURNS TABLE (fen numeric, from_day date, to_day date, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum(b.net_fen), 0), first_day((day - back)::date, over), (day - back)::date,
         array_remove(array_agg(b.record), NULL)
  FROM household_on h
  JOIN bill b ON b.household_id = h.household_id
  WHERE h.household_id = household
    AND h.as_of = day
    AND b.occurred_on BETWEEN first_day((day - back)::date, over) AND (day - back)::date
    AND b.category = ANY (rigid())
    AND (b.of_member OR NOT h.membership_known)
$$;

-- Spending of all categories; NULL (not assessable) where nothing was told of the costs of living.
CREATE FUNCTION spending(household text, day date, over interval)
RETURNS TABLE (fen numeric, from_day date, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN bool_or(b.category = 'living') THEN sum(b.net_fen) END, first_day(day, over), array_agg(b.record)
  FROM household_on h
  JOIN bill b ON b.household_id = h.household_id
  WHERE h.household_id = household
    AND h.as_of = day
    AND b.occurred_on BETWEEN first_day(day, over) AND day
    AND (b.of_member OR NOT h.membership_known)
$$;

-- Costs of schooling, of each person at most what the parameter says for the stage of the latest word on the person's
-- school; a stage that is not named, and none, count as none (nobody in particular has none). NULL where the parameter is missing and somebody needs it.
CREATE FUNCTION education_up_to(household text, day date, id text, over interval)
RETURNS TABLE (fen numeric, from_day date, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN count(*) = count(most.value) THEN coalesce(sum(least(paid.fen, most.value)), 0) END,
         first_day(day, over),
         jsonb_agg(limit_used(id, chosen.key, most.value, p.unit, p.region_prefix, p.from_date)),
         array_concatenated(paid.records)
  FROM (
    SELECT b.person_id, sum(b.net_fen) AS fen, array_agg(b.record) AS records
    FROM bills(household, day, ARRAY['education'], over) b
    GROUP BY b.person_id
  ) paid
  JOIN household_on h ON h.household_id = household AND h.as_of = day
  LEFT JOIN parameter_on p ON p.region = h.region AND p.as_of = h.as_of AND p.parameter = id
  LEFT JOIN LATERAL (
    SELECT e.body ->> 'stage' AS stage
    FROM event e
    WHERE e.household_id = household
      AND e.type = 'SCHOOL_STATUS_CHANGED'
      AND e.person_id = paid.person_id
      AND e.occurred_on <= day
    ORDER BY e.occurred_on DESC, e.event_id DESC
    LIMIT 1
  ) school ON true
  CROSS JOIN LATERAL (SELECT CASE WHEN p.keyed ? school.stage THEN school.stage ELSE 'none' END AS key) chosen
  CROSS JOIN LATERAL (SELECT (p.keyed ->> chosen.key)::numeric AS value) most
$$;

-- Lines of income, by the month in which it was earned (its first day).
CREATE TABLE income_line AS
SELECT household_id, person_id, occurred_on, record,
       to_date(body ->> 'monthEarned', 'YYYYMM') AS month,
       (body ->> 'amountFen')::numeric AS fen,
       of_member(household_id, person_id, occurred_on) AS of_member
FROM event
WHERE type = 'INCOME_RECEIVED' AND body ->> 'kind' NOT IN ('dibao', 'relief');
CREATE INDEX ON income_line (household_id, month);
ANALYZE income_line;

-- Income by household, as-of date and month earned, for the 21 latest closed months: 13 for the windows of rules, and the
-- months before a death within 6 months. A month is known if it has a counting line of anybody, or all sources of income
-- are complete through the 14th of the next month.
CREATE TABLE income_month_on AS
SELECT h.household_id, h.as_of, closed.month,
       coalesce(sum(i.fen), 0) AS fen,
       array_remove(array_agg(i.record), NULL) AS records,
       count(i.record) > 0 OR coalesce(s.complete_through >= last_day(closed.month) + 14, false) AS known,
       s.sources_named
FROM household_on h
JOIN income_complete_on s ON s.region = h.region AND s.as_of = h.as_of
CROSS JOIN generate_series(0, 20) back
CROSS JOIN LATERAL (SELECT months_before(latest_closed_month(h.as_of), back) AS month) closed
LEFT JOIN income_line i
  ON i.household_id = h.household_id
  AND i.month = closed.month
  AND i.occurred_on <= h.as_of
  AND (i.of_member OR NOT h.membership_known)
GROUP BY h.household_id, h.as_of, closed.month, s.complete_through, s.sources_named;
CREATE INDEX ON income_month_on (household_id, as_of, month);
ANALYZE income_month_on;

-- Income of some months, the last of which is given by its first day. Where one of them is not known fen is NULL, with the
-- reason, and nothing was measured.
CREATE FUNCTION income(household text, day date, last date, months int)
RETURNS TABLE (fen numeric, reason text, from_day date, to_day date, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN bool_and(m.known) THEN sum(m.fen) END,
         CASE WHEN NOT bool_and(m.known)
              THEN CASE WHEN bool_and(m.sources_named) THEN 'income-unknown' ELSE 'parameter-missing' END END,
         months_before(last, months - 1),
         last_day(last),
         CASE WHEN bool_and(m.known) THEN array_concatenated(m.records) END
  FROM income_month_on m
  WHERE m.household_id = household AND m.as_of = day AND m.month BETWEEN months_before(last, months - 1) AND last
$$;

-- How monthly incomes of the latest closed months differ: their number, sum, least, and sum of squares. All NULL where one of
-- the months is not known, with the reason.
CREATE FUNCTION incomes(household text, day date, months int)
RETURNS TABLE (sum_fen numeric, least_fen numeric, squares numeric, reason text, from_day date, to_day date, records text[])
STABLE LANGUAGE sql AS $$
  SELECT whole.fen,
         CASE WHEN whole.fen IS NOT NULL THEN each_month.least_fen END,
         CASE WHEN whole.fen IS NOT NULL THEN each_month.squares END,
         whole.reason, whole.from_day, whole.to_day, whole.records
  FROM income(household, day, latest_closed_month(day), months) whole
  CROSS JOIN LATERAL (
    SELECT min(m.fen) AS least_fen, sum(m.fen * m.fen) AS squares
    FROM income_month_on m
    WHERE m.household_id = household AND m.as_of = day AND m.month BETWEEN whole.from_day AND whole.to_day
  ) each_month
$$;

-- The standard deviation (dividing by the number of months) is over so many percent of the mean, and the mean above 0.
CREATE FUNCTION varies_over(months numeric, sum_fen numeric, squares numeric, percent numeric)
RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT CASE WHEN percent IS NOT NULL
              THEN sum_fen > 0 AND (months * squares - sum_fen * sum_fen) * 10000 > percent * percent * sum_fen * sum_fen END
$$;

-- What one person earned of it.
CREATE FUNCTION income_of(household text, day date, last date, months int, person text)
RETURNS TABLE (fen numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum(i.fen), 0), array_remove(array_agg(i.record), NULL)
  FROM household_on h
  JOIN income_line i ON i.household_id = h.household_id
  WHERE h.household_id = household
    AND h.as_of = day
    AND i.month BETWEEN months_before(last, months - 1) AND last
    AND i.occurred_on <= day
    AND (i.of_member OR NOT h.membership_known)
    AND i.person_id = person
$$;

-- Income to be compared with a line per head, as of the latest closed month, and for the dibao line as of the two before
-- (back = 1, 2; the other lines are asked of the latest alone). For a line
-- given a month: income of that month; for one given a year: of the 12 months that end there. Heads: members on the
-- month's last day.
CREATE TABLE per_head_on AS
SELECT l.household_id, l.as_of, l.line, l.position, back, last_day(over.last) AS month_end, l.fen AS line_fen, l.used,
       earned.fen AS income_fen,
       earned.records,
       CASE WHEN earned.fen IS NOT NULL THEN heads.number END AS heads,
       CASE WHEN l.fen IS NULL THEN 'parameter-missing'
            WHEN earned.fen IS NULL THEN earned.reason
            WHEN heads.number IS NULL THEN 'members-unknown' END AS reason,
       measured('income', 'months(' || over.months || ')', earned.from_day, earned.to_day, earned.fen, 'fen') AS income,
       CASE WHEN earned.fen IS NOT NULL
            THEN measured('members', '', earned.to_day, earned.to_day, heads.number, 'people') END AS members
FROM line_on l
CROSS JOIN LATERAL generate_series(0, CASE WHEN l.line = 'dibao-line' THEN 2 ELSE 0 END) back
CROSS JOIN LATERAL (
  SELECT months_before(latest_closed_month(l.as_of), back) AS last, CASE WHEN l.per_year THEN 12 ELSE 1 END AS months
) over
LEFT JOIN LATERAL income(l.household_id, l.as_of, over.last, over.months) earned ON l.fen IS NOT NULL
CROSS JOIN LATERAL members(l.household_id, last_day(over.last)) heads;
CREATE INDEX ON per_head_on (household_id, as_of, line, back);
ANALYZE per_head_on;

-- Whether income per head is under a percentage of a line. Any line will do; evidence is what was asked until one did, and
-- known.
CREATE FUNCTION per_capita_under(household text, day date, of_line text, percent numeric, months_back int)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT any_of(c.holds),
         CASE WHEN any_of(c.holds) IS NULL
              THEN (array_agg(c.reason ORDER BY c.position) FILTER (WHERE c.holds IS NULL))[1] END,
         jsonb_concatenated(list(c.income, c.members)) FILTER (WHERE NOT c.decided),
         jsonb_agg(c.used) FILTER (WHERE NOT c.decided AND c.holds IS NOT NULL),
         array_concatenated(c.records) FILTER (WHERE NOT c.decided)
  FROM (
    SELECT answered.*, coalesce(lag(answered.holds) OVER (ORDER BY answered.position), false) AS decided
    FROM (
      SELECT p.*, p.income_fen * 100 < p.line_fen * p.heads * percent AS holds
      FROM per_head_on p
      WHERE p.household_id = household AND p.as_of = day AND p.line = of_line AND p.back = months_back
    ) answered
  ) c
$$;

-- The same in each of the latest closed months, in each under another line if need be.
CREATE FUNCTION every_month_under(household text, day date, of_line text, percent numeric, months int)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT all_of(under.holds),
         (array_agg(under.reason ORDER BY back) FILTER (WHERE under.holds IS NULL))[1],
         jsonb_concatenated(list(under.measures)),
         jsonb_concatenated(list(under.limits)),
         array_concatenated(under.records)
  FROM generate_series(0, months - 1) back
  CROSS JOIN LATERAL per_capita_under(household, day, of_line, percent, back) under
$$;
