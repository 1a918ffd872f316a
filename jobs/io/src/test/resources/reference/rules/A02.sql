-- A02: read on at least utility-daily-readings days of days(90), reached(U + silence-days), and at risk: in tekun or one
-- member living alone from alone-age-years on; or read after U or on so many days of days(90), and reached(U +
-- silence-days-others); or reached(U + silence-days-unread). U: the latest use within months(12). ClearedBy utilities.
-- RED if at risk, else (also where that is not assessable) BLUE.
CREATE VIEW rule_a02 AS
SELECT h.household_id, h.as_of, 'A02' AS rule, '' AS subject,
       soon.holds OR late.holds OR unread.holds AS holds,
       coalesce(unless_known(soon.holds,
                             coalesce(unless_known(daily.so, 'parameter-missing'),
                                      unless_known(silent.so, reason_of(due.soon)),
                                      alone.reason)),
                unless_known(late.holds,
                             coalesce(unless_known(shown.so, 'parameter-missing'), reason_of(due.late))),
                reason_of(due.unread)) AS reason,
       1::numeric AS measure,
       CASE WHEN at_risk.so THEN 'RED' ELSE 'BLUE' END AS urgency,
       unless_known(at_risk.so, alone.reason) AS urgency_reason,
       list(measured('utilityReadings', 'days(90)', first_day(h.as_of, '90 days'), h.as_of, readings.number, 'count'),
            happened('UTILITY_USED', used.on_day),
            CASE WHEN soon.holds IS NOT TRUE
                 THEN measured('utilityReadingsAfter', '', h.as_of, h.as_of, since_use.number, 'count') END,
            CASE WHEN NOT tekun.so THEN alone.measures END) AS measures,
       list(often.used,
            CASE WHEN daily.so IS NOT FALSE THEN wait.used END,
            CASE WHEN soon.holds IS NOT TRUE AND shown.so IS NOT FALSE THEN wait_others.used END,
            CASE WHEN soon.holds IS NOT TRUE AND late.holds IS NOT TRUE THEN wait_unread.used END,
            CASE WHEN NOT tekun.so THEN age.used END) AS limits,
       ARRAY[used.record] AS records
FROM household_on h
LEFT JOIN LATERAL last_utility_use(h.household_id, h.as_of, '12 months') used ON true
CROSS JOIN LATERAL (SELECT coalesce(used.on_day, no_day()) AS day) since
CROSS JOIN LATERAL utility_readings(h.household_id, h.as_of, '90 days') readings
CROSS JOIN LATERAL utility_readings_after(h.household_id, h.as_of, since.day) since_use
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'utility-daily-readings') often
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'silence-days') wait
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'silence-days-others') wait_others
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'silence-days-unread') wait_unread
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'alone-age-years') age
CROSS JOIN LATERAL lives_alone_from(h.household_id, h.as_of, age.value) alone
CROSS JOIN LATERAL (SELECT in_class(h.household_id, h.as_of, ARRAY['tekun']) AS so) tekun
CROSS JOIN LATERAL (SELECT tekun.so OR alone.holds AS so) at_risk
CROSS JOIN LATERAL (
  SELECT days_after(since.day, wait.value) AS soon, days_after(since.day, wait_others.value) AS late,
         days_after(since.day, wait_unread.value) AS unread
) due
CROSS JOIN LATERAL (SELECT readings.number >= often.value AS so) daily
CROSS JOIN LATERAL (SELECT since_use.number > 0 OR daily.so AS so) shown
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.soon, ARRAY['utilities']) AS so) silent
CROSS JOIN LATERAL (SELECT daily.so AND silent.so AND at_risk.so AS holds) soon
CROSS JOIN LATERAL (
  SELECT shown.so AND reached(h.region, h.as_of, due.late, ARRAY['utilities']) AS holds
) late
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.unread, ARRAY['utilities']) AS holds) unread;
