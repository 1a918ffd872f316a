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

-- Income of some months, the last of which is given by its first day. Known if each of them is: it has a counting line
-- of anybody, or all sources of income are complete through the 14th of the next month. Else fen is NULL, with the
-- reason, and nothing was measured.
CREATE FUNCTION income(household text, day date, last date, months int, person text DEFAULT NULL)
RETURNS TABLE (fen numeric, reason text, from_day date, to_day date, records text[]) STABLE LANGUAGE sql AS $$
  SELECT CASE WHEN bool_and(month.known) THEN coalesce(sum(month.fen), 0) END,
         CASE WHEN NOT bool_and(month.known)
              THEN CASE WHEN bool_and(month.sources_named) THEN 'income-unknown' ELSE 'parameter-missing' END END,
         months_before(last, months - 1),
         last_day(last),
         CASE WHEN bool_and(month.known) THEN array_concatenated(month.records) END
  FROM (
    SELECT sum(i.fen) FILTER (WHERE person IS NULL OR i.person_id = person) AS fen,
           array_remove(array_agg(i.record) FILTER (WHERE person IS NULL OR i.person_id = person), NULL) AS records,
           count(i.record) > 0 OR coalesce(s.complete_through >= last_day(first.day::date) + 14, false) AS known,
           s.sources_named
    FROM household_on h
    JOIN income_complete_on s ON s.region = h.region AND s.as_of = h.as_of
    CROSS JOIN generate_series(months_before(last, months - 1)::timestamp, last::timestamp, INTERVAL '1 month') first (day)
    LEFT JOIN income_line i
      ON i.household_id = h.household_id
      AND i.month = first.day::date
      AND i.occurred_on <= h.as_of
      AND (i.of_member OR NOT h.membership_known)
    WHERE h.household_id = household AND h.as_of = day
    GROUP BY first.day, s.complete_through, s.sources_named
  ) month
$$;

-- Whether income per head is under a percentage of a line in a month (its first day). For a line given a month: income of
-- that month; for one given a year: of the 12 months that end there. Heads: members on the month's last day. Any line will
-- do; evidence is what was asked until one did, and known.
CREATE FUNCTION per_capita_under(household text, day date, of_line text, percent numeric, month date)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT any_of(compared.holds ORDER BY compared.position),
         CASE WHEN any_of(compared.holds) IS NULL
              THEN (array_agg(compared.reason ORDER BY compared.position) FILTER (WHERE compared.holds IS NULL))[1] END,
         jsonb_agg_concatenated(list(compared.income, compared.heads)) FILTER (WHERE NOT compared.decided),
         jsonb_agg(compared.used) FILTER (WHERE NOT compared.decided AND compared.holds IS NOT NULL),
         array_concatenated(compared.records) FILTER (WHERE NOT compared.decided)
  FROM (
    SELECT answered.*, coalesce(lag(answered.holds) OVER (ORDER BY answered.position), false) AS decided
    FROM (
      SELECT l.position, l.used,
             earned.fen * 100 < l.fen * heads.count * percent AS holds,
             CASE WHEN l.fen IS NULL THEN 'parameter-missing'
                  WHEN earned.fen IS NULL THEN earned.reason
                  WHEN heads.count IS NULL THEN 'members-unknown' END AS reason,
             measured('income', 'months(' || over.months || ')', earned.from_day, earned.to_day, earned.fen, 'fen') AS income,
             CASE WHEN earned.fen IS NOT NULL
                  THEN measured('members', '', last_day(month), last_day(month), heads.count, 'people') END AS heads,
             earned.records
      FROM line_on l
      CROSS JOIN LATERAL (SELECT CASE WHEN l.per_year THEN 12 WHEN NOT l.per_year THEN 1 END AS months) over
      CROSS JOIN LATERAL income(household, day, month, over.months) earned
      CROSS JOIN LATERAL (SELECT members(household, last_day(month)) AS count) heads
      WHERE l.household_id = household AND l.as_of = day AND l.line = of_line
    ) answered
  ) compared
$$;
