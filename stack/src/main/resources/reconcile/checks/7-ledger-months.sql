-- Pairs of the figures of a month, and what the ledger comes to; a cell that nobody has comes to nothing.
SELECT concat_ws(' ', region, programme, cause, year_month, basis) AS name,
       jsonb_build_object(
         'person_times', coalesce(s.person_times, 0), 'persons', coalesce(s.persons, 0),
         'households', coalesce(s.households, 0), 'granted_fen', coalesce(s.granted_fen, 0),
         'paid_fen', coalesce(s.paid_fen, 0), 'taken_in', coalesce(s.taken_in, 0), 'exits', coalesce(s.exits, 0)) AS this,
       jsonb_build_object(
         'person_times', coalesce(r.person_times, 0), 'persons', coalesce(r.persons, 0),
         'households', coalesce(r.households, 0), 'granted_fen', coalesce(r.granted_fen, 0),
         'paid_fen', coalesce(r.paid_fen, 0), 'taken_in', coalesce(r.taken_in, 0), 'exits', coalesce(r.exits, 0)) AS that
FROM (SELECT * FROM said_statistic WHERE disaster_id = '') s
FULL JOIN recount r USING (region, programme, cause, year_month, basis)
