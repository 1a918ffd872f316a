-- What all rules say: hits with their evidence, and what is not assessable.

CREATE FUNCTION tier(urgency text) RETURNS int IMMUTABLE LANGUAGE sql AS $$
  SELECT array_position(ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'], urgency)
$$;
CREATE FUNCTION urgency(tier int) RETURNS text IMMUTABLE LANGUAGE sql AS $$
  SELECT (ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'])[least(tier, 4)]
$$;

-- C06 is as urgent as the highest of the others that is not muted; where all are, as the highest.
CREATE VIEW raised AS
SELECT w.*, coalesce(max(tier(f.urgency)) FILTER (WHERE m.rule IS NULL), max(tier(f.urgency))) + 1 AS tier
FROM rule_c06 w
JOIN first_pass f ON f.household_id = w.household_id AND f.as_of = w.as_of AND f.holds
LEFT JOIN muted m
  ON m.household_id = f.household_id AND m.as_of = f.as_of AND m.rule = f.rule AND m.subject = f.subject
WHERE left(f.rule, 1) IN ('M', 'I', 'R', 'Z', 'A')
GROUP BY w.household_id, w.as_of, w.rule, w.subject, w.measure, w.measures, w.limits, w.records;

CREATE TABLE hit AS
SELECT f.household_id, f.as_of, f.rule, f.subject,
       CASE WHEN up.raises THEN urgency(tier(f.urgency) + 1) ELSE f.urgency END AS urgency,
       CASE WHEN up.raises THEN 'C06' ELSE '' END AS raised_by,
       f.measure, f.measures, f.limits, f.records
FROM first_pass f
LEFT JOIN raised r ON r.household_id = f.household_id AND r.as_of = f.as_of
CROSS JOIN LATERAL (SELECT r.rule IS NOT NULL AND left(f.rule, 1) IN ('M', 'I', 'R', 'Z', 'A') AS raises) up
WHERE f.holds
UNION ALL
SELECT r.household_id, r.as_of, r.rule, r.subject, urgency(r.tier), '', r.measure, r.measures, r.limits, r.records
FROM raised r
UNION ALL
SELECT household_id, as_of, rule, subject, urgency, '', measure, measures, limits, records FROM rule_v01 WHERE holds;

-- Whom a hit goes to. Own: whoever told of the record that the rule is asked of, and of the records that the hit names as
-- happened, in this household or another one.
CREATE TABLE addressee AS
SELECT h.household_id, h.as_of, h.rule, h.subject, named.department
FROM hit h
JOIN rule r ON r.id = h.rule
CROSS JOIN LATERAL unnest(string_to_array(r.goes_to, ' ')) named (department)
WHERE named.department <> 'own'
UNION
SELECT h.household_id, h.as_of, h.rule, h.subject, told.source
FROM hit h
JOIN rule r ON r.id = h.rule AND r.goes_to LIKE '%own%'
CROSS JOIN LATERAL unnest(h.records) cited (record)
JOIN event told ON told.record = cited.record
WHERE told.record = h.subject
  OR EXISTS (
    SELECT
    FROM jsonb_array_elements(h.measures) m
    WHERE m ->> 'indicator' = 'happened.' || lower(told.type));
CREATE INDEX ON addressee (household_id, as_of, rule, subject);
ANALYZE addressee;

-- A rule that is not assessable, and an urgency that is not while its rule fires (subject: urgency).
CREATE TABLE not_assessable AS
SELECT household_id, as_of, rule, subject, reason FROM first_pass WHERE holds IS NULL
UNION ALL
SELECT household_id, as_of, rule, subject, reason FROM rule_v01 WHERE holds IS NULL
UNION ALL
SELECT household_id, as_of, rule, 'urgency', urgency_reason FROM first_pass WHERE holds AND urgency_reason IS NOT NULL;
