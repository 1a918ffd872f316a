-- Pairs of the counted figures of a disaster in a region, and what the ledger comes to.
SELECT concat_ws(' ', disaster_id, region, basis) AS name,
       jsonb_build_object(
         'person_times', coalesce(s.person_times, 0), 'persons', coalesce(s.persons, 0),
         'households', coalesce(s.households, 0), 'granted_fen', coalesce(s.granted_fen, 0),
         'paid_fen', coalesce(s.paid_fen, 0)) AS this,
       jsonb_build_object(
         'person_times', coalesce(r.person_times, 0), 'persons', coalesce(r.persons, 0),
         'households', coalesce(r.households, 0), 'granted_fen', coalesce(r.granted_fen, 0),
         'paid_fen', coalesce(r.paid_fen, 0)) AS that
FROM (SELECT * FROM said_statistic WHERE disaster_id <> '') s
FULL JOIN disaster_recount r USING (disaster_id, region, basis)
