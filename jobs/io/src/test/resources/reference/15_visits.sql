-- Visits that found something out. The household is compared with what it was on the day of a visit that confirmed nothing,
-- so that day is asked too; what is answered are the questions. mute-days is 365 at most.
CREATE TABLE question AS SELECT household_id, as_of FROM asked;
CREATE INDEX ON question (household_id, as_of);

CREATE TABLE visit AS
SELECT household_id, person_id, occurred_on, event_id, body ->> 'rule' AS rule, body ->> 'outcome' AS outcome
FROM event
WHERE type = 'VISIT_DONE' AND body ->> 'outcome' IN ('confirmed', 'not-confirmed');
CREATE INDEX ON visit (household_id, occurred_on, event_id);

INSERT INTO asked
SELECT DISTINCT v.household_id, v.occurred_on
FROM visit v
JOIN question q ON q.household_id = v.household_id AND q.as_of - v.occurred_on BETWEEN 0 AND 365
WHERE v.outcome = 'not-confirmed'
ON CONFLICT DO NOTHING;
ANALYZE question;
ANALYZE visit;
ANALYZE asked;
