-- Pairs of a line of the newest statement, and what the ledger has for it. Lines of one department that differ by policy are taken together.
SELECT concat_ws(' ', household_id, year_month, programme, department, nullif(person_id, '')) AS name,
       jsonb_build_object('grants', coalesce(l.grants, 0), 'granted_fen', coalesce(l.granted_fen, 0), 'paid_fen', coalesce(l.paid_fen, 0)) AS this,
       jsonb_build_object('grants', coalesce(k.grants, 0), 'granted_fen', coalesce(k.granted_fen, 0), 'paid_fen', coalesce(k.paid_fen, 0)) AS that
FROM (
  SELECT household_id, year_month, programme, department, person_id,
         sum(grants) AS grants, sum(granted_fen) AS granted_fen, sum(paid_fen) AS paid_fen
  FROM newest_statement_line GROUP BY 1, 2, 3, 4, 5) l
FULL JOIN (
  SELECT household_id, CASE what WHEN 'GRANT' THEN year_month ELSE benefit_month END AS year_month, programme, source AS department,
         coalesce(person_id, '') AS person_id, count(*) FILTER (WHERE what = 'GRANT') AS grants,
         coalesce(sum(fen) FILTER (WHERE what = 'GRANT'), 0) AS granted_fen,
         coalesce(sum(fen) FILTER (WHERE what = 'PAYMENT'), 0) AS paid_fen
  FROM surviving WHERE what IN ('GRANT', 'PAYMENT') GROUP BY 1, 2, 3, 4, 5) k
  USING (household_id, year_month, programme, department, person_id)
