-- Pairs of the figures of all programmes together, and the sum of each.
SELECT concat_ws(' ', region, cause, year_month, basis, 'all programmes') AS name,
       jsonb_build_object(
         'person_times', coalesce(whole.person_times, 0), 'granted_fen', coalesce(whole.granted_fen, 0),
         'paid_fen', coalesce(whole.paid_fen, 0), 'taken_in', coalesce(whole.taken_in, 0),
         'exits', coalesce(whole.exits, 0), 'adjusted_person_times', coalesce(whole.adjusted_person_times, 0),
         'adjusted_granted_fen', coalesce(whole.adjusted_granted_fen, 0),
         'adjusted_paid_fen', coalesce(whole.adjusted_paid_fen, 0),
         'adjusted_taken_in', coalesce(whole.adjusted_taken_in, 0), 'adjusted_exits', coalesce(whole.adjusted_exits, 0)) AS this,
       jsonb_build_object(
         'person_times', coalesce(parts.person_times, 0), 'granted_fen', coalesce(parts.granted_fen, 0),
         'paid_fen', coalesce(parts.paid_fen, 0), 'taken_in', coalesce(parts.taken_in, 0),
         'exits', coalesce(parts.exits, 0), 'adjusted_person_times', coalesce(parts.adjusted_person_times, 0),
         'adjusted_granted_fen', coalesce(parts.adjusted_granted_fen, 0),
         'adjusted_paid_fen', coalesce(parts.adjusted_paid_fen, 0),
         'adjusted_taken_in', coalesce(parts.adjusted_taken_in, 0), 'adjusted_exits', coalesce(parts.adjusted_exits, 0)) AS that
FROM (SELECT * FROM said_statistic WHERE disaster_id = '' AND programme = 'ALL') whole
FULL JOIN (
  SELECT region, cause, year_month, basis,
         sum(person_times) AS person_times, sum(granted_fen) AS granted_fen, sum(paid_fen) AS paid_fen, sum(taken_in) AS taken_in, sum(exits) AS exits,
         sum(adjusted_person_times) AS adjusted_person_times, sum(adjusted_granted_fen) AS adjusted_granted_fen, sum(adjusted_paid_fen) AS adjusted_paid_fen,
         sum(adjusted_taken_in) AS adjusted_taken_in, sum(adjusted_exits) AS adjusted_exits
  FROM said_statistic WHERE disaster_id = '' AND programme <> 'ALL'
  GROUP BY 1, 2, 3, 4) parts USING (region, cause, year_month, basis)
