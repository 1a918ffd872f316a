-- S01, each feed: silentDays() >= limitOf(source-silence-days). A reference of its own, for it is asked of no household.

-- What is said that was not said just before, of the same prefix by the same source.
CREATE TABLE new_word AS
SELECT seq, source, region_prefix, complete_through
FROM (
  SELECT d.*, lag(d.complete_through) OVER (PARTITION BY d.source, d.region_prefix ORDER BY d.seq) AS before
  FROM diary d
  WHERE d.source IS NOT NULL
) said
WHERE before IS DISTINCT FROM complete_through;

-- The days that begin for a feed since it was first heard of, each once and never an earlier one. With the first of them time
-- is known; that day has not passed in silence.
CREATE TABLE day_begun AS
SELECT f.source, f.region_prefix, d.seq, d.day,
       row_number() OVER (PARTITION BY f.source, f.region_prefix ORDER BY d.seq) AS nth
FROM (SELECT source, region_prefix, min(seq) AS since FROM new_word GROUP BY source, region_prefix) f
JOIN diary d ON d.day IS NOT NULL AND d.seq > f.since
WHERE NOT EXISTS (
  SELECT FROM diary before WHERE before.day IS NOT NULL AND before.seq > f.since AND before.seq < d.seq AND before.day >= d.day);

-- Each feed after each entry of the diary, from the first day on that begins for it.
CREATE TABLE feed_on AS
SELECT at.seq, today.source, today.region_prefix, today.as_of, last.complete_through, passed.silent
FROM diary at
CROSS JOIN LATERAL (
  SELECT b.source, b.region_prefix, max(b.day) AS as_of
  FROM day_begun b
  WHERE b.seq <= at.seq
  GROUP BY b.source, b.region_prefix
) today
CROSS JOIN LATERAL (
  SELECT w.seq, w.complete_through
  FROM new_word w
  WHERE w.source = today.source AND w.region_prefix = today.region_prefix AND w.seq <= at.seq
  ORDER BY w.seq DESC
  LIMIT 1
) last
CROSS JOIN LATERAL (
  SELECT count(*) AS silent
  FROM day_begun b
  WHERE b.source = today.source AND b.region_prefix = today.region_prefix AND b.seq BETWEEN last.seq AND at.seq AND b.nth > 1
) passed;

-- The entry in force for the prefix that a feed is of; by source, or none.
CREATE VIEW limit_on AS
SELECT f.seq, f.source, f.region_prefix, chosen.key, (p.keyed ->> chosen.key)::numeric AS days,
       limit_used(p.parameter, chosen.key, (p.keyed ->> chosen.key)::numeric, p.unit, p.region_prefix, p.from_date) AS used
FROM feed_on f
LEFT JOIN LATERAL (
  SELECT latest.*
  FROM (
    SELECT DISTINCT ON (e.region_prefix) e.*
    FROM parameter_entry e
    WHERE e.parameter = 'source-silence-days' AND e.from_date <= f.as_of AND starts_with(f.region_prefix, e.region_prefix)
    ORDER BY e.region_prefix, e.from_date DESC
  ) latest
  WHERE latest.keyed IS NOT NULL
  ORDER BY length(latest.region_prefix) DESC
  LIMIT 1
) p ON true
CROSS JOIN LATERAL (SELECT CASE WHEN p.keyed ? f.source THEN f.source ELSE 'none' END AS key) chosen;

CREATE VIEW rule_s01 AS
SELECT f.seq, f.source, f.region_prefix, f.as_of, f.silent >= l.days AS hit, f.silent AS measure,
       evidence(
         list(measured('feed.completeThrough', '', f.complete_through, f.as_of, f.as_of - f.complete_through, 'days'),
              measured('feed.silentDays', '', f.as_of, f.as_of, f.silent, 'days')),
         list(l.used), '{}', ARRAY['to data-office']) AS evidence
FROM feed_on f
JOIN limit_on l USING (seq, source, region_prefix)
