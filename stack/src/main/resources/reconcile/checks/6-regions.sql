-- Pairs of the figures of a region, and the sum of those right below it with what the ledger has in none below.
SELECT concat_ws(' ', region, programme, cause, year_month, basis, 'all regions below') AS name,
       jsonb_build_object(
         'person_times', coalesce(whole.person_times, 0), 'granted_fen', coalesce(whole.granted_fen, 0),
         'paid_fen', coalesce(whole.paid_fen, 0), 'taken_in', coalesce(whole.taken_in, 0),
         'exits', coalesce(whole.exits, 0)) AS this,
       jsonb_build_object(
         'person_times', coalesce(parts.person_times, 0) + coalesce(own.person_times, 0),
         'granted_fen', coalesce(parts.granted_fen, 0) + coalesce(own.granted_fen, 0),
         'paid_fen', coalesce(parts.paid_fen, 0) + coalesce(own.paid_fen, 0),
         'taken_in', coalesce(parts.taken_in, 0) + coalesce(own.taken_in, 0),
         'exits', coalesce(parts.exits, 0) + coalesce(own.exits, 0)) AS that
FROM (SELECT * FROM said_statistic WHERE disaster_id = '') whole
FULL JOIN (
  SELECT tree.above AS region, s.programme, s.cause, s.year_month, s.basis,
         sum(s.person_times) AS person_times, sum(s.granted_fen) AS granted_fen, sum(s.paid_fen) AS paid_fen, sum(s.taken_in) AS taken_in, sum(s.exits) AS exits
  FROM said_statistic s
  JOIN (SELECT DISTINCT region, above FROM region_level WHERE above IS NOT NULL) tree ON tree.region = s.region
  WHERE s.disaster_id = ''
  GROUP BY 1, 2, 3, 4, 5) parts USING (region, programme, cause, year_month, basis)
FULL JOIN own USING (region, programme, cause, year_month, basis)
