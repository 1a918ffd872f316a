-- Pairs of the year to date, and the sum of its months.
SELECT concat_ws(' ', region, programme, cause, year_month, basis, 'year to date') AS name,
       jsonb_build_object(
         'person_times', ytd_person_times, 'granted_fen', ytd_granted_fen, 'paid_fen', ytd_paid_fen,
         'taken_in', ytd_taken_in, 'exits', ytd_exits, 'adjusted_person_times', adjusted_ytd_person_times,
         'adjusted_granted_fen', adjusted_ytd_granted_fen, 'adjusted_paid_fen', adjusted_ytd_paid_fen,
         'adjusted_taken_in', adjusted_ytd_taken_in, 'adjusted_exits', adjusted_ytd_exits) AS this,
       jsonb_build_object(
         'person_times', sum(person_times) OVER year, 'granted_fen', sum(granted_fen) OVER year,
         'paid_fen', sum(paid_fen) OVER year, 'taken_in', sum(taken_in) OVER year, 'exits', sum(exits) OVER year,
         'adjusted_person_times', sum(adjusted_person_times) OVER year,
         'adjusted_granted_fen', sum(adjusted_granted_fen) OVER year,
         'adjusted_paid_fen', sum(adjusted_paid_fen) OVER year, 'adjusted_taken_in', sum(adjusted_taken_in) OVER year,
         'adjusted_exits', sum(adjusted_exits) OVER year) AS that
FROM said_statistic
WHERE disaster_id = ''
WINDOW year AS (PARTITION BY region, programme, cause, basis, year_month / 100 ORDER BY year_month)
