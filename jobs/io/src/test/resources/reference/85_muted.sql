-- Muted: the latest visit about a hit that found something out did not confirm it, not longer ago than mute-days; it was a
-- hit as of the day of the visit, and its measure has not become a quarter worse since.

-- What is a hit, by rule and subject. C06 is one where it has something to raise.
CREATE TABLE firing AS
SELECT household_id, as_of, rule, subject, measure FROM first_pass WHERE holds
UNION ALL
SELECT c.household_id, c.as_of, c.rule, c.subject, c.measure
FROM rule_c06 c
WHERE EXISTS (
  SELECT FROM first_pass f
  WHERE f.household_id = c.household_id AND f.as_of = c.as_of AND f.holds AND left(f.rule, 1) IN ('M', 'I', 'R', 'Z', 'A'))
UNION ALL
SELECT household_id, as_of, rule, subject, measure FROM rule_v01 WHERE holds;
CREATE INDEX ON firing (household_id, as_of, rule, subject);
ANALYZE firing;

-- Hits within the days of a visit that did not confirm them. A visit about a person is about the hits of that person, where
-- the rule is asked of each member. The same is never a quarter worse; else a quarter is one of the magnitude.
CREATE TABLE visited AS
SELECT now.household_id, now.as_of, now.rule, now.subject, latest.occurred_on + lasts.value::int - 1 AS through,
       was.measure IS NOT NULL AS hit_then,
       was.measure IS NOT NULL
         AND NOT (now.measure > was.measure AND (now.measure - was.measure) * 4 >= abs(was.measure)) AS muted
FROM firing now
JOIN question q ON q.household_id = now.household_id AND q.as_of = now.as_of
CROSS JOIN LATERAL (
  SELECT v.occurred_on, v.outcome
  FROM visit v
  WHERE v.household_id = now.household_id
    AND v.occurred_on <= now.as_of
    AND v.rule IN (now.rule, 'all')
    AND (v.person_id IS NULL OR v.person_id = now.subject
         OR now.rule NOT IN ('M01', 'M05', 'M06', 'D01', 'D03', 'I01', 'I02', 'E02', 'E03', 'C01', 'C02', 'X03'))
  ORDER BY v.occurred_on DESC, v.event_id DESC
  LIMIT 1
) latest
CROSS JOIN LATERAL parameter(now.household_id, now.as_of, 'mute-days') lasts
LEFT JOIN firing was
  ON was.household_id = now.household_id AND was.as_of = latest.occurred_on
    AND was.rule = now.rule AND was.subject = now.subject
WHERE latest.outcome = 'not-confirmed' AND now.as_of < latest.occurred_on + lasts.value::int;

-- C06 says no more than that others are true: it is muted while all of those are, too.
CREATE TABLE muted AS
SELECT household_id, as_of, rule, subject, max(through) AS through
FROM (
  SELECT household_id, as_of, rule, subject, through FROM visited WHERE muted
  UNION ALL
  SELECT c.household_id, c.as_of, c.rule, c.subject, min(v.through)
  FROM firing c
  JOIN firing f ON f.household_id = c.household_id AND f.as_of = c.as_of AND left(f.rule, 1) IN ('M', 'I', 'R', 'Z', 'A')
  LEFT JOIN visited v
    ON v.household_id = f.household_id AND v.as_of = f.as_of AND v.rule = f.rule AND v.subject = f.subject AND v.muted
  WHERE c.rule = 'C06'
  GROUP BY c.household_id, c.as_of, c.rule, c.subject
  HAVING count(*) = count(v.through)
) each_reason
GROUP BY household_id, as_of, rule, subject;
CREATE INDEX ON muted (household_id, as_of, rule, subject);
ANALYZE muted;
