-- The lines of each household and month that stand: those of the newest statement that is not withdrawn.

CREATE TEMP TABLE newest_statement_line AS
SELECT s.household_id, to_char(s.month, 'YYYYMM')::int AS year_month, l.programme, l.department, coalesce(l.person_id, '') AS person_id,
       l.grants, l.granted_fen, l.paid_fen
FROM (
  SELECT DISTINCT ON (household_id, month) * FROM said_statement WHERE NOT withdrawn ORDER BY household_id, month, known_on DESC) s
CROSS JOIN LATERAL unnest(s.programmes, s.departments, s.person_ids, s.grants, s.granted_fen, s.paid_fen)
  AS l (programme, department, person_id, grants, granted_fen, paid_fen);
