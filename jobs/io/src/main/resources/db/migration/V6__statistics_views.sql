-- What analysts read of the statistics. A view is added to, never changed in its meaning. Sums of nonsense may fill 64
-- bits, so differences are numeric: a view must not fail for one cell.

-- A cell whose figures of the month are all 0 was voided: it is left out, as if it had never been there. Its year to
-- date is that of the month before it.
CREATE VIEW hearthwatch.statistics_by_region_and_month AS
SELECT
  region, programme, cause, month, basis,
  person_times, persons, households, granted_fen, paid_fen, taken_in, exits,
  ytd_person_times, ytd_persons, ytd_households, ytd_granted_fen, ytd_paid_fen, ytd_taken_in, ytd_exits,
  person_times::numeric - adjusted_person_times AS booked_person_times,
  persons::numeric - adjusted_persons AS booked_persons,
  households::numeric - adjusted_households AS booked_households,
  granted_fen::numeric - adjusted_granted_fen AS booked_granted_fen,
  paid_fen::numeric - adjusted_paid_fen AS booked_paid_fen,
  taken_in::numeric - adjusted_taken_in AS booked_taken_in,
  exits::numeric - adjusted_exits AS booked_exits,
  adjusted_person_times, adjusted_persons, adjusted_households, adjusted_granted_fen, adjusted_paid_fen,
  adjusted_taken_in, adjusted_exits,
  ytd_person_times::numeric - adjusted_ytd_person_times AS booked_ytd_person_times,
  ytd_persons::numeric - adjusted_ytd_persons AS booked_ytd_persons,
  ytd_households::numeric - adjusted_ytd_households AS booked_ytd_households,
  ytd_granted_fen::numeric - adjusted_ytd_granted_fen AS booked_ytd_granted_fen,
  ytd_paid_fen::numeric - adjusted_ytd_paid_fen AS booked_ytd_paid_fen,
  ytd_taken_in::numeric - adjusted_ytd_taken_in AS booked_ytd_taken_in,
  ytd_exits::numeric - adjusted_ytd_exits AS booked_ytd_exits,
  adjusted_ytd_person_times, adjusted_ytd_persons, adjusted_ytd_households, adjusted_ytd_granted_fen,
  adjusted_ytd_paid_fen, adjusted_ytd_taken_in, adjusted_ytd_exits
FROM hearthwatch.assistance_statistic
WHERE year_month <> 0 AND 0 <> ANY (ARRAY[
  person_times, persons, households, granted_fen, paid_fen, taken_in, exits, adjusted_person_times,
  adjusted_persons, adjusted_households, adjusted_granted_fen, adjusted_paid_fen, adjusted_taken_in,
  adjusted_exits])
ORDER BY region, programme, cause, month, basis;

COMMENT ON VIEW hearthwatch.statistics_by_region_and_month IS '分地区分月救助统计 | Every cell of every level: what was counted, the year to date, and how much of it came after the books were closed.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.programme IS '救助项目 | Programme of relief, or class; ALL for all together.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.cause IS '致困原因 | Cause of hardship, not-told, or ALL.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.month IS '月份 | First day of the month.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.person_times IS '人次 | Counted, as everything stands that is known: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.persons IS '人数 | Counted, as everything stands that is known: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.households IS '户数 | Counted, as everything stands that is known: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.granted_fen IS '核准金额 | Counted, as everything stands that is known: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.paid_fen IS '发放金额 | Counted, as everything stands that is known: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.taken_in IS '新纳入户数 | Counted, as everything stands that is known: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.exits IS '退出户数 | Counted, as everything stands that is known: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_person_times IS '本年累计人次 | From January through the month: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_persons IS '本年累计人数 | From January through the month: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_households IS '本年累计户数 | From January through the month: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_granted_fen IS '本年累计核准金额 | From January through the month: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_paid_fen IS '本年累计发放金额 | From January through the month: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_taken_in IS '本年累计新纳入户数 | From January through the month: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.ytd_exits IS '本年累计退出户数 | From January through the month: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_person_times IS '入账人次 | As the books of the year were closed: counted less adjusted: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_persons IS '入账人数 | As the books of the year were closed: counted less adjusted: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_households IS '入账户数 | As the books of the year were closed: counted less adjusted: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_granted_fen IS '入账核准金额 | As the books of the year were closed: counted less adjusted: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_paid_fen IS '入账发放金额 | As the books of the year were closed: counted less adjusted: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_taken_in IS '入账新纳入户数 | As the books of the year were closed: counted less adjusted: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_exits IS '入账退出户数 | As the books of the year were closed: counted less adjusted: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_person_times IS '调整人次 | What of counted came after the books of the year were closed: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_persons IS '调整人数 | What of counted came after the books of the year were closed: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_households IS '调整户数 | What of counted came after the books of the year were closed: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_granted_fen IS '调整核准金额 | What of counted came after the books of the year were closed: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_paid_fen IS '调整发放金额 | What of counted came after the books of the year were closed: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_taken_in IS '调整新纳入户数 | What of counted came after the books of the year were closed: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_exits IS '调整退出户数 | What of counted came after the books of the year were closed: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_person_times IS '入账本年累计人次 | The year to date as the books were closed: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_persons IS '入账本年累计人数 | The year to date as the books were closed: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_households IS '入账本年累计户数 | The year to date as the books were closed: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_granted_fen IS '入账本年累计核准金额 | The year to date as the books were closed: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_paid_fen IS '入账本年累计发放金额 | The year to date as the books were closed: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_taken_in IS '入账本年累计新纳入户数 | The year to date as the books were closed: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.booked_ytd_exits IS '入账本年累计退出户数 | The year to date as the books were closed: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_person_times IS '调整本年累计人次 | What of the year to date came after the books were closed: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_persons IS '调整本年累计人数 | What of the year to date came after the books were closed: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_households IS '调整本年累计户数 | What of the year to date came after the books were closed: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_granted_fen IS '调整本年累计核准金额 | What of the year to date came after the books were closed: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_paid_fen IS '调整本年累计发放金额 | What of the year to date came after the books were closed: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_taken_in IS '调整本年累计新纳入户数 | What of the year to date came after the books were closed: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_by_region_and_month.adjusted_ytd_exits IS '调整本年累计退出户数 | What of the year to date came after the books were closed: households that left one.';

-- Two countings of two kinds of people, beside each other and never added: grants say who was helped, offices report
-- what happened.
CREATE VIEW hearthwatch.statistics_by_disaster AS
SELECT
  disaster_id, region, basis,
  person_times, persons, households, granted_fen, paid_fen,
  reported_affected, reported_relocated, reported_taken_in, reported_homes_collapsed, reported_homes_damaged,
  reported_funds_fen, reported_loss_fen
FROM hearthwatch.assistance_statistic
WHERE disaster_id <> '' AND 0 <> ANY (ARRAY[
  person_times, persons, households, granted_fen, paid_fen, reported_affected, reported_relocated,
  reported_taken_in, reported_homes_collapsed, reported_homes_damaged, reported_funds_fen, reported_loss_fen])
ORDER BY disaster_id, region, basis;

COMMENT ON VIEW hearthwatch.statistics_by_disaster IS '分灾害救助统计 | A disaster as a whole in every region: relief that names it, beside what offices report.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.disaster_id IS '灾害编号 | The disaster.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.person_times IS '人次 | Counted, of grants that name the disaster: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.persons IS '人数 | Counted, of grants that name the disaster: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.households IS '户数 | Counted, of grants that name the disaster: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.granted_fen IS '核准金额 | Counted, of grants that name the disaster: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.paid_fen IS '发放金额 | Counted, of grants that name the disaster: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_affected IS '上报受灾人数 | What offices report so far: people affected.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_relocated IS '上报转移安置人数 | What offices report so far: people relocated.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_taken_in IS '上报纳入救助人数 | What offices report so far: people taken into relief.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_homes_collapsed IS '上报倒塌房屋 | What offices report so far: homes collapsed.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_homes_damaged IS '上报损坏房屋 | What offices report so far: homes damaged.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_funds_fen IS '上报救助资金 | What offices report so far: relief funds, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_by_disaster.reported_loss_fen IS '上报直接损失 | What offices report so far: direct loss, in the smallest unit of money.';

-- A cell that is not there counts 0. Months after the newest that anything is said of are left out: they would set all
-- of a year against nothing.
CREATE VIEW hearthwatch.statistics_year_on_year AS
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
WHERE month <= (SELECT max(month) FROM now)
  AND 0 <> ANY (ARRAY[
    person_times, persons, households, granted_fen, paid_fen, taken_in, exits, person_times_before,
    persons_before, households_before, granted_fen_before, paid_fen_before, taken_in_before, exits_before])
ORDER BY region, programme, cause, month, basis;

COMMENT ON VIEW hearthwatch.statistics_year_on_year IS '同比 | A month beside the same month of the year before; what is not there counts 0.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.programme IS '救助项目 | Programme of relief, or class; ALL for all together.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.cause IS '致困原因 | Cause of hardship, not-told, or ALL.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.month IS '月份 | First day of the month.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.person_times IS '人次 | Counted in the month: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.person_times_year_before IS '上年同月人次 | Counted in the same month of the year before: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.person_times_difference IS '同比增减人次 | The month less the same month of the year before: person-times: grants.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.persons IS '人数 | Counted in the month: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.persons_year_before IS '上年同月人数 | Counted in the same month of the year before: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.persons_difference IS '同比增减人数 | The month less the same month of the year before: different people with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.households IS '户数 | Counted in the month: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.households_year_before IS '上年同月户数 | Counted in the same month of the year before: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.households_difference IS '同比增减户数 | The month less the same month of the year before: different households with a grant.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.granted_fen IS '核准金额 | Counted in the month: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.granted_fen_year_before IS '上年同月核准金额 | Counted in the same month of the year before: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.granted_fen_difference IS '同比增减核准金额 | The month less the same month of the year before: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.paid_fen IS '发放金额 | Counted in the month: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.paid_fen_year_before IS '上年同月发放金额 | Counted in the same month of the year before: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.paid_fen_difference IS '同比增减发放金额 | The month less the same month of the year before: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.taken_in IS '新纳入户数 | Counted in the month: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.taken_in_year_before IS '上年同月新纳入户数 | Counted in the same month of the year before: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.taken_in_difference IS '同比增减新纳入户数 | The month less the same month of the year before: households that came into a class.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.exits IS '退出户数 | Counted in the month: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.exits_year_before IS '上年同月退出户数 | Counted in the same month of the year before: households that left one.';
COMMENT ON COLUMN hearthwatch.statistics_year_on_year.exits_difference IS '同比增减退出户数 | The month less the same month of the year before: households that left one.';

CREATE FUNCTION hearthwatch.half_up(amount numeric, parts numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
  -- floor(amount / parts + 1/2) in whole numbers, since a quotient of numeric is itself rounded.
  SELECT CASE WHEN parts > 0 THEN
    div(2 * amount + parts, 2 * parts) - CASE WHEN mod(2 * amount + parts, 2 * parts) < 0 THEN 1 ELSE 0 END
  END
$$;
COMMENT ON FUNCTION hearthwatch.half_up IS '四舍五入的商 | An amount divided by a number of parts, rounded half up; null where there are none.';

CREATE VIEW hearthwatch.funds_per_person_time AS
SELECT
  region, programme, cause, month, basis, person_times, granted_fen, paid_fen,
  hearthwatch.half_up(granted_fen, person_times) AS granted_fen_per_person_time,
  hearthwatch.half_up(paid_fen, person_times) AS paid_fen_per_person_time,
  ytd_person_times, ytd_granted_fen, ytd_paid_fen,
  hearthwatch.half_up(ytd_granted_fen, ytd_person_times) AS ytd_granted_fen_per_person_time,
  hearthwatch.half_up(ytd_paid_fen, ytd_person_times) AS ytd_paid_fen_per_person_time
FROM hearthwatch.statistics_by_region_and_month
ORDER BY region, programme, cause, month, basis;

COMMENT ON VIEW hearthwatch.funds_per_person_time IS '人次均救助金额 | Money granted and paid for each person-time, rounded half up. A grant may be paid in another month, so the year to date is the steadier figure.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.programme IS '救助项目 | Programme of relief, or class; ALL for all together.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.cause IS '致困原因 | Cause of hardship, not-told, or ALL.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.month IS '月份 | First day of the month.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.person_times IS '人次 | In the month: person-times: grants.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.granted_fen IS '核准金额 | In the month: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.paid_fen IS '发放金额 | In the month: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.granted_fen_per_person_time IS '人次均核准金额 | In the month: granted for each person-time, in the smallest unit of money; null where there are no person-times.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.paid_fen_per_person_time IS '人次均发放金额 | In the month: paid for each person-time, in the smallest unit of money; null where there are no person-times.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.ytd_person_times IS '本年累计人次 | From January through the month: person-times: grants.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.ytd_granted_fen IS '本年累计核准金额 | From January through the month: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.ytd_paid_fen IS '本年累计发放金额 | From January through the month: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.ytd_granted_fen_per_person_time IS '本年累计人次均核准金额 | From January through the month: granted for each person-time, in the smallest unit of money; null where there are no person-times.';
COMMENT ON COLUMN hearthwatch.funds_per_person_time.ytd_paid_fen_per_person_time IS '本年累计人次均发放金额 | From January through the month: paid for each person-time, in the smallest unit of money; null where there are no person-times.';

-- The finest cells only, since a sum moves with its parts. Regions compete with those of their own level: a province
-- would always beat its counties.
CREATE VIEW hearthwatch.top_movements AS
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
  WHERE month <= (SELECT max(month) FROM now)),
ranked AS (
  SELECT *, rank() OVER (PARTITION BY month, length(region) ORDER BY abs(change_fen) DESC) AS rank
  FROM movement WHERE change_fen <> 0)
SELECT
  month, length(region) AS region_digits, rank, region, programme, cause, granted_fen,
  granted_fen_month_before, change_fen
FROM ranked
WHERE rank <= 20
ORDER BY month DESC, region_digits, rank, region, programme, cause;

COMMENT ON VIEW hearthwatch.top_movements IS '变动最大的单元 | For each month and level of regions, the 20 cells whose granted money changed most against the month before, by the region that helps.';
COMMENT ON COLUMN hearthwatch.top_movements.month IS '月份 | First day of the month.';
COMMENT ON COLUMN hearthwatch.top_movements.region_digits IS '区划级别 | Level of the region: the length of its code.';
COMMENT ON COLUMN hearthwatch.top_movements.rank IS '名次 | Place by the size of the change, up or down, among regions of the level; equal changes share one.';
COMMENT ON COLUMN hearthwatch.top_movements.region IS '区划 | Code of the region.';
COMMENT ON COLUMN hearthwatch.top_movements.programme IS '救助项目 | Programme of relief.';
COMMENT ON COLUMN hearthwatch.top_movements.cause IS '致困原因 | Cause of hardship, or not-told.';
COMMENT ON COLUMN hearthwatch.top_movements.granted_fen IS '核准金额 | Granted in the month, in the smallest unit of money; 0 where there is no such cell.';
COMMENT ON COLUMN hearthwatch.top_movements.granted_fen_month_before IS '上月核准金额 | Granted in the month before; likewise.';
COMMENT ON COLUMN hearthwatch.top_movements.change_fen IS '环比增减金额 | The month less the month before.';

GRANT SELECT ON
  hearthwatch.statistics_by_region_and_month,
  hearthwatch.statistics_by_disaster,
  hearthwatch.statistics_year_on_year,
  hearthwatch.funds_per_person_time,
  hearthwatch.top_movements
TO hearthwatch_analyst;
