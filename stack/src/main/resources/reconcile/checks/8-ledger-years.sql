-- Pairs of the year to date, and what the ledger comes to: people and households in the first month in which they are.
SELECT concat_ws(' ', region, programme, cause, year_month, basis, 'year to date') AS name,
       jsonb_build_object(
         'person_times', ytd_person_times, 'persons', ytd_persons, 'households', ytd_households,
         'granted_fen', ytd_granted_fen, 'paid_fen', ytd_paid_fen, 'taken_in', ytd_taken_in, 'exits', ytd_exits) AS this,
       jsonb_build_object(
         'person_times', sum(coalesce(r.person_times, 0)) OVER year,
         'persons', sum(coalesce(r.first_persons, 0)) OVER year,
         'households', sum(coalesce(r.first_households, 0)) OVER year,
         'granted_fen', sum(coalesce(r.granted_fen, 0)) OVER year, 'paid_fen', sum(coalesce(r.paid_fen, 0)) OVER year,
         'taken_in', sum(coalesce(r.taken_in, 0)) OVER year, 'exits', sum(coalesce(r.exits, 0)) OVER year) AS that
FROM (SELECT * FROM said_statistic WHERE disaster_id = '') s
LEFT JOIN recount r USING (region, programme, cause, year_month, basis)
WINDOW year AS (PARTITION BY region, programme, cause, basis, year_month / 100 ORDER BY year_month)
