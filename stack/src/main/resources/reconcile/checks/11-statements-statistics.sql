-- Pairs of what all statements grant in a month, and the nation's figures; and of all that they ever pay, for the months of
-- benefit and of payment differ.
SELECT concat_ws(' ', programme, year_month, 'granted, all statements') AS name,
       jsonb_build_object('grants', coalesce(l.grants, 0), 'granted_fen', coalesce(l.granted_fen, 0)) AS this,
       jsonb_build_object('grants', coalesce(n.person_times, 0), 'granted_fen', coalesce(n.granted_fen, 0)) AS that
FROM (
  SELECT programme, year_month, sum(grants) AS grants, sum(granted_fen) AS granted_fen
  FROM newest_statement_line GROUP BY 1, 2) l
FULL JOIN (
  SELECT programme, year_month, person_times, granted_fen FROM said_statistic
  WHERE region = 'ALL' AND programme <> 'ALL' AND cause = 'ALL' AND disaster_id = '' AND basis = 'HELPED') n
  USING (programme, year_month)
UNION ALL
SELECT concat_ws(' ', programme, 'paid, all statements'),
       jsonb_build_object('paid_fen', coalesce(l.paid_fen, 0)), jsonb_build_object('paid_fen', coalesce(n.paid_fen, 0))
FROM (SELECT programme, sum(paid_fen) AS paid_fen FROM newest_statement_line GROUP BY 1) l
FULL JOIN (
  SELECT programme, sum(paid_fen) AS paid_fen FROM said_statistic
  WHERE region = 'ALL' AND programme <> 'ALL' AND cause = 'ALL' AND disaster_id = '' AND basis = 'HELPED' GROUP BY 1) n
  USING (programme)
