-- Month by month: income against what a household may have, or is owed.

-- In each of the latest closed months income x 100 is at least line x (members x 100 + percent x workers). While residence
-- is unknown both lines must be reached. Evidence is of each month and line.
CREATE FUNCTION every_month_at_least(household text, day date, of_line text, percent numeric, months int)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT all_of(m.holds),
         (array_agg(m.reason ORDER BY m.back, m.position) FILTER (WHERE m.holds IS NULL))[1],
         jsonb_concatenated(list(m.income, m.members, measured('workers', '', m.month_end, m.month_end, m.workers, 'people'))),
         jsonb_concatenated(list(m.used)),
         array_concatenated(m.records)
  FROM (
    SELECT p.*, working.number AS workers,
           p.income_fen * 100 >= p.line_fen * (p.heads * 100 + percent * working.number) AS holds
    FROM per_head_on p
    CROSS JOIN LATERAL workers(household, p.month_end) working
    WHERE p.household_id = household AND p.as_of = day AND p.line = of_line AND p.back < months
  ) m
$$;

-- Payments of a programme for a month.
CREATE FUNCTION paid_for(household text, day date, of_programme text, for_month date)
RETURNS TABLE (fen numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum((e.body ->> 'amountFen')::numeric), 0), array_remove(array_agg(e.record), NULL)
  FROM event e
  WHERE e.household_id = household
    AND e.type = 'PAYMENT_MADE'
    AND e.body ->> 'programme' = of_programme
    AND to_date(e.body ->> 'month', 'YYYYMM') = for_month
    AND e.occurred_on <= day
$$;

-- In one closed month: line x members - income - payments > tolerance, for any line; of a line a year a twelfth of it.
-- Evidence is of the lines compared until one was.
CREATE FUNCTION paid_under_owed_in(household text, day date, of_class text, month date, tolerance numeric)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT any_of(c.holds),
         CASE WHEN any_of(c.holds) IS NULL
              THEN coalesce(earned.reason, CASE WHEN heads.number IS NULL THEN 'members-unknown' ELSE 'parameter-missing' END) END,
         list(measured('income', 'months(1)', month, last_day(month), earned.fen, 'fen'),
              measured('members', '', last_day(month), last_day(month), heads.number, 'people'),
              measured('paid', 'months(1)', month, last_day(month), paid.fen, 'fen')),
         jsonb_concatenated(list(c.used)) FILTER (WHERE NOT c.decided),
         earned.records || paid.records
  FROM income(household, day, month, 1) earned
  CROSS JOIN members(household, last_day(month)) heads
  CROSS JOIN paid_for(household, day, of_class, month) paid
  CROSS JOIN LATERAL (
    SELECT answered.*, coalesce(lag(answered.holds) OVER (ORDER BY answered.position), false) AS decided
    FROM (
      SELECT l.nth AS position, l.used,
             CASE WHEN l.per_year
                  THEN l.fen * heads.number - 12 * earned.fen - 12 * paid.fen > 12 * tolerance
                  ELSE l.fen * heads.number - earned.fen - paid.fen > tolerance END AS holds
      FROM line_of_day(household, day, 'dibao-line', month) l
    ) answered
  ) c
  GROUP BY earned.fen, earned.reason, earned.records, heads.number, paid.fen, paid.records
$$;

-- The same in each of the latest closed months, in all of which the household was in the class on the first and the last
-- day; classes are looked at first.
CREATE FUNCTION paid_under_owed(household text, day date, of_class text, months int, tolerance numeric)
RETURNS TABLE (holds boolean, reason text, measures jsonb, limits jsonb, records text[]) STABLE LANGUAGE sql AS $$
  SELECT bool_and(of_month.in_class) AND all_of(under.holds),
         (array_agg(under.reason ORDER BY back) FILTER (WHERE under.holds IS NULL))[1],
         jsonb_concatenated(list(under.measures)),
         jsonb_concatenated(list(under.limits)),
         array_concatenated(under.records)
  FROM generate_series(0, months - 1) back
  CROSS JOIN LATERAL (SELECT months_before(latest_closed_month(day), back) AS month) closed
  CROSS JOIN LATERAL (
    SELECT was_in_class(household, of_class, closed.month) AND was_in_class(household, of_class, last_day(closed.month)) AS in_class
  ) of_month
  LEFT JOIN LATERAL paid_under_owed_in(household, day, of_class, closed.month, tolerance) under ON of_month.in_class
$$;
