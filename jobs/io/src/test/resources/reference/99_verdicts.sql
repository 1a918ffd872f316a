-- Hits and what is not assessable, with the evidence written out line by line.
SELECT h.household_id, h.as_of, h.rule, h.subject, true AS hit, h.urgency, h.measure, h.raised_by,
       m.through AS muted_through, NULL AS reason,
       evidence(h.measures, h.limits, h.records, ARRAY(
         SELECT 'to ' || a.department
         FROM addressee a
         WHERE a.household_id = h.household_id AND a.as_of = h.as_of AND a.rule = h.rule AND a.subject = h.subject)) AS evidence
FROM hit h
JOIN question q USING (household_id, as_of)
LEFT JOIN muted m USING (household_id, as_of, rule, subject)
UNION ALL
SELECT household_id, as_of, rule, subject, false, NULL, NULL, NULL, NULL, reason, '{}'
FROM not_assessable
JOIN question q USING (household_id, as_of)
