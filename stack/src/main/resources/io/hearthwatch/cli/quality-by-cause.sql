-- Which hardships are found by any case at all, by what they came from; what is right is as in quality.sql.
WITH alert AS (
  SELECT household_id, case_id, min(as_of) AS day
  FROM hearthwatch.risk_case_change c
  WHERE EXISTS (SELECT 1 FROM hearthwatch.risk_hit h WHERE h.change_id = c.change_id)
  GROUP BY household_id, case_id
),
first_met AS (
  SELECT h.id, min(a.day - h.since) AS delay, min(a.day - h.fate_on) AS from_fate
  FROM alert a JOIN hardship h
    ON h.household = a.household_id AND a.day >= h.since - ?::int AND a.day <= coalesce(h.until, 'infinity')
  GROUP BY h.id
)
SELECT h.cause,
  count(*) AS hardships,
  count(f.id) AS hardships_found,
  count(*) FILTER (WHERE f.delay <= ?::int) AS found_in_time,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY f.delay) AS median_days,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY f.from_fate) AS median_from_fate
FROM hardship h LEFT JOIN first_met f USING (id)
GROUP BY h.cause
ORDER BY count(*) DESC, h.cause
