-- Hits and what is not assessable, with the evidence written out line by line. A hit cites at most 50 records, the
-- smallest ids, and says how many there are.
SELECT h.household_id, h.as_of, h.rule, h.subject, true AS hit, h.urgency, h.measure, h.raised_by,
       m.through AS muted_through, NULL AS reason,
       ARRAY(
         SELECT DISTINCT line COLLATE "C"
         FROM (
           SELECT format('%s %s %s..%s = %s %s', m ->> 'indicator', m ->> 'window', m ->> 'fromDate', m ->> 'toDate',
                         m ->> 'value', m ->> 'unit') AS line
           FROM jsonb_array_elements(h.measures) m
           UNION ALL
           SELECT format('limit %s %s = %s %s of region %s from %s', l ->> 'parameter', l ->> 'key', l ->> 'value',
                         l ->> 'unit', l ->> 'regionPrefix', l ->> 'fromDate')
           FROM jsonb_array_elements(h.limits) l
           UNION ALL
           (SELECT DISTINCT 'record ' || r FROM unnest(h.records) r ORDER BY 1 LIMIT 50)
           UNION ALL
           SELECT 'to ' || a.department
           FROM addressee a
           WHERE a.household_id = h.household_id AND a.as_of = h.as_of AND a.rule = h.rule AND a.subject = h.subject
           UNION ALL
           SELECT 'records: ' || count(DISTINCT r) FROM unnest(h.records) r
         ) lines
         ORDER BY 1) AS evidence
FROM hit h
JOIN question q USING (household_id, as_of)
LEFT JOIN muted m USING (household_id, as_of, rule, subject)
UNION ALL
SELECT household_id, as_of, rule, subject, false, NULL, NULL, NULL, NULL, reason, '{}'
FROM not_assessable
JOIN question q USING (household_id, as_of)
