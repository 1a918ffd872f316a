-- Pairs of the newest record of each key of the topic, and its row; what was said after the named offsets is left out.
SELECT concat_ws(' ', household_id, to_char(month, 'YYYY-MM'), known_on) AS name,
       to_jsonb(s) - 'appended_at' AS this, to_jsonb(t) - 'appended_at' AS that
FROM said_statement s
FULL JOIN hearthwatch.relief_statement t USING (household_id, month, known_on)
LEFT JOIN named_end e ON e.topic = 'relief.statements' AND e.partition = t.record_partition
WHERE t.record_offset IS NULL OR t.record_offset < coalesce(e.until, 0)
