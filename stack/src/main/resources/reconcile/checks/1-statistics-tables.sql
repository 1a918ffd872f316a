-- Pairs of the newest record of each key of the topic, and its row; what was said after the named offsets is left out.
SELECT concat_ws(' ', region, programme, cause, nullif(year_month, 0), nullif(disaster_id, ''), basis) AS name,
       to_jsonb(s) - 'appended_at' AS this, to_jsonb(t) - 'appended_at' AS that
FROM said_statistic s
FULL JOIN hearthwatch.assistance_statistic t USING (region, programme, cause, disaster_id, year_month, basis)
LEFT JOIN named_end e ON e.topic = 'assistance.statistics' AND e.partition = t.record_partition
WHERE t.record_offset IS NULL OR t.record_offset < coalesce(e.until, 0)
