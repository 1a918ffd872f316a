-- How alerts compare with the truth of a simulation, which stands in the temporary table hardship. An alert of a rule
-- is the first day on which a case says the rule. It is right where its household was in hardship then, or would be
-- within some days; a hardship is found by a rule that said it right. Rows of all rules together have the rule ''.
WITH said AS (
  SELECT c.household_id, c.case_id, h.rule_id, min(c.as_of) AS day
  FROM hearthwatch.risk_case_change c JOIN hearthwatch.risk_hit h USING (change_id)
  WHERE c.household_id NOT LIKE 'feed:%' -- a silent source is no hardship
  GROUP BY c.household_id, c.case_id, h.rule_id
),
alert AS (
  SELECT household_id, case_id, rule_id, day FROM said
  UNION ALL
  SELECT household_id, case_id, '', min(day) FROM said GROUP BY household_id, case_id
),
met AS (
  SELECT a.rule_id, a.case_id, h.id, a.day - h.since AS delay, a.day - h.fate_on AS from_fate
  FROM alert a JOIN hardship h
    ON h.household = a.household_id AND a.day >= h.since - ?::int AND a.day <= coalesce(h.until, 'infinity')
),
first_met AS (
  SELECT rule_id, id, min(delay) AS delay, min(from_fate) AS from_fate FROM met GROUP BY rule_id, id
),
found AS (
  SELECT rule_id, count(*) AS hardships, count(*) FILTER (WHERE delay <= ?::int) AS in_time,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY delay) AS median_days,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY from_fate) AS median_from_fate
  FROM first_met GROUP BY rule_id
)
SELECT a.rule_id,
  count(*) AS alerts,
  count(*) FILTER (WHERE EXISTS (
    SELECT 1 FROM met WHERE met.rule_id = a.rule_id AND met.case_id = a.case_id)) AS right_alerts,
  coalesce(f.hardships, 0) AS hardships_found,
  coalesce(f.in_time, 0) AS found_in_time,
  f.median_days,
  f.median_from_fate,
  (SELECT count(*) FROM hardship) AS hardships
FROM alert a LEFT JOIN found f ON f.rule_id = a.rule_id
GROUP BY a.rule_id, f.hardships, f.in_time, f.median_days, f.median_from_fate
ORDER BY a.rule_id
