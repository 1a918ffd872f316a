-- Statistics of the topic assistance.statistics: the newest figures of each key, in the very columns of the contract.
-- Nothing is added up here: every level of region, programme and cause is a row of its own.

CREATE TABLE hearthwatch.assistance_statistic (
  region                    text NOT NULL,
  programme                 text NOT NULL,
  cause                     text NOT NULL,
  disaster_id               text NOT NULL,
  year_month                integer NOT NULL CHECK (year_month = 0 OR year_month % 100 BETWEEN 1 AND 12),
  basis                     text NOT NULL CHECK (basis IN ('HELPED', 'REGISTERED')),
  -- The key of the topic has a number for the month; people want a date.
  month                     date GENERATED ALWAYS AS (
    CASE year_month WHEN 0 THEN NULL ELSE make_date(year_month / 100, year_month % 100, 1) END) STORED,
  person_times              bigint NOT NULL,
  persons                   bigint NOT NULL,
  households                bigint NOT NULL,
  granted_fen               bigint NOT NULL,
  paid_fen                  bigint NOT NULL,
  taken_in                  bigint NOT NULL,
  exits                     bigint NOT NULL,
  ytd_person_times          bigint NOT NULL,
  ytd_persons               bigint NOT NULL,
  ytd_households            bigint NOT NULL,
  ytd_granted_fen           bigint NOT NULL,
  ytd_paid_fen              bigint NOT NULL,
  ytd_taken_in              bigint NOT NULL,
  ytd_exits                 bigint NOT NULL,
  adjusted_person_times     bigint NOT NULL,
  adjusted_persons          bigint NOT NULL,
  adjusted_households       bigint NOT NULL,
  adjusted_granted_fen      bigint NOT NULL,
  adjusted_paid_fen         bigint NOT NULL,
  adjusted_taken_in         bigint NOT NULL,
  adjusted_exits            bigint NOT NULL,
  adjusted_ytd_person_times bigint NOT NULL,
  adjusted_ytd_persons      bigint NOT NULL,
  adjusted_ytd_households   bigint NOT NULL,
  adjusted_ytd_granted_fen  bigint NOT NULL,
  adjusted_ytd_paid_fen     bigint NOT NULL,
  adjusted_ytd_taken_in     bigint NOT NULL,
  adjusted_ytd_exits        bigint NOT NULL,
  reported_affected         bigint NOT NULL,
  reported_relocated        bigint NOT NULL,
  reported_taken_in         bigint NOT NULL,
  reported_homes_collapsed  bigint NOT NULL,
  reported_homes_damaged    bigint NOT NULL,
  reported_funds_fen        bigint NOT NULL,
  reported_loss_fen         bigint NOT NULL,
  appended_at               timestamptz,
  record_partition          integer NOT NULL,
  record_offset             bigint NOT NULL,
  PRIMARY KEY (region, programme, cause, disaster_id, year_month, basis),
  CHECK ((year_month = 0) = (disaster_id <> ''))
);
-- Who publishes asks for all cells of a month.
CREATE INDEX assistance_statistic_by_month ON hearthwatch.assistance_statistic (month, basis);
CREATE INDEX assistance_statistic_by_disaster ON hearthwatch.assistance_statistic (disaster_id) WHERE disaster_id <> '';

COMMENT ON TABLE hearthwatch.assistance_statistic IS '救助统计 | The newest figures of each cell: region, programme, cause and month, or region and disaster, by one of two ways to count.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.region IS '区划 | Code of a region at any level; ALL is the nation.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.programme IS '救助项目 | Programme of relief, or class; ALL for all together.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.cause IS '致困原因 | Cause of hardship, not-told, or ALL.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.disaster_id IS '灾害编号 | The disaster; empty where the cell is of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.year_month IS '年月 | Month as yyyymm; 0 of a disaster, which counts as a whole.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.basis IS '统计口径 | HELPED: by the region that helps; REGISTERED: by the region of registration.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.month IS '月份 | First day of the month; null of a disaster.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.person_times IS '人次 | Counted, as everything stands that is known: person-times: grants.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.persons IS '人数 | Counted, as everything stands that is known: different people with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.households IS '户数 | Counted, as everything stands that is known: different households with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.granted_fen IS '核准金额 | Counted, as everything stands that is known: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.paid_fen IS '发放金额 | Counted, as everything stands that is known: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.taken_in IS '新纳入户数 | Counted, as everything stands that is known: households that came into a class.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.exits IS '退出户数 | Counted, as everything stands that is known: households that left one.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_person_times IS '本年累计人次 | From January through the month; 0 of a disaster: person-times: grants.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_persons IS '本年累计人数 | From January through the month; 0 of a disaster: different people with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_households IS '本年累计户数 | From January through the month; 0 of a disaster: different households with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_granted_fen IS '本年累计核准金额 | From January through the month; 0 of a disaster: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_paid_fen IS '本年累计发放金额 | From January through the month; 0 of a disaster: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_taken_in IS '本年累计新纳入户数 | From January through the month; 0 of a disaster: households that came into a class.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.ytd_exits IS '本年累计退出户数 | From January through the month; 0 of a disaster: households that left one.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_person_times IS '本月调整人次 | What of counted came after the books of the year were closed: person-times: grants.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_persons IS '本月调整人数 | What of counted came after the books of the year were closed: different people with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_households IS '本月调整户数 | What of counted came after the books of the year were closed: different households with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_granted_fen IS '本月调整核准金额 | What of counted came after the books of the year were closed: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_paid_fen IS '本月调整发放金额 | What of counted came after the books of the year were closed: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_taken_in IS '本月调整新纳入户数 | What of counted came after the books of the year were closed: households that came into a class.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_exits IS '本月调整退出户数 | What of counted came after the books of the year were closed: households that left one.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_person_times IS '本年累计调整人次 | What of the year to date came after the books of the year were closed: person-times: grants.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_persons IS '本年累计调整人数 | What of the year to date came after the books of the year were closed: different people with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_households IS '本年累计调整户数 | What of the year to date came after the books of the year were closed: different households with a grant.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_granted_fen IS '本年累计调整核准金额 | What of the year to date came after the books of the year were closed: granted, by month of the grant, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_paid_fen IS '本年累计调整发放金额 | What of the year to date came after the books of the year were closed: paid, by date of payment, in the smallest unit of money.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_taken_in IS '本年累计调整新纳入户数 | What of the year to date came after the books of the year were closed: households that came into a class.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.adjusted_ytd_exits IS '本年累计调整退出户数 | What of the year to date came after the books of the year were closed: households that left one.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_affected IS '上报受灾人数 | What offices report of the disaster, never added to what was counted: people affected; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_relocated IS '上报转移安置人数 | What offices report of the disaster, never added to what was counted: people relocated; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_taken_in IS '上报纳入救助人数 | What offices report of the disaster, never added to what was counted: people taken into relief; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_homes_collapsed IS '上报倒塌房屋 | What offices report of the disaster, never added to what was counted: homes collapsed; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_homes_damaged IS '上报损坏房屋 | What offices report of the disaster, never added to what was counted: homes damaged; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_funds_fen IS '上报救助资金 | What offices report of the disaster, never added to what was counted: relief funds, in the smallest unit of money; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.reported_loss_fen IS '上报直接损失 | What offices report of the disaster, never added to what was counted: direct loss, in the smallest unit of money; 0 of a month.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.appended_at IS '发布时间 | Instant at which the broker got the record; null where it does not say.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.record_partition IS '分区 | Partition of the record; all records of a key have the same.';
COMMENT ON COLUMN hearthwatch.assistance_statistic.record_offset IS '位移 | Offset of the record; a record with a lower one is older and changes nothing.';

COMMENT ON TABLE quarantine.unreadable_record IS '无法读取的输出记录 | Records of risk.alerts, assistance.statistics and dead.letters that this database could not take in.';
COMMENT ON VIEW hearthwatch.unreadable_by_reason IS '无法读取的记录统计 | Alerts, statistics and dead letters that could not be taken in: counts only. Empty when all is well.';
