-- Z03: no aid of dibao, tekun, temporary-relief since T, reached(T + transition-days), T = firstAidOn(disaster-transition,
-- months(12)); perCapitaUnder(dibao-line, marginal-percent); clearedBy civil-affairs.
CREATE VIEW rule_z03 AS
SELECT h.household_id, h.as_of, 'Z03' AS rule, '' AS subject,
       over.so AND poor.holds AS holds,
       coalesce(unless_known(over.so, reason_of(due.day)),
                CASE WHEN percent.value IS NULL THEN 'parameter-missing' ELSE poor.reason END) AS reason,
       1::numeric AS measure,
       'ORANGE' AS urgency,
       list(happened('GRANT_APPROVED', transition.since), poor.measures) AS measures,
       list(wait.used, percent.used, poor.limits) AS limits,
       transition.record || poor.records AS records
FROM household_on h
LEFT JOIN LATERAL first_aid(h.household_id, h.as_of, 'disaster-transition', '12 months') transition ON true
CROSS JOIN LATERAL (SELECT coalesce(transition.since, no_day()) AS day) since
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'transition-days') wait
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'marginal-percent') percent
CROSS JOIN LATERAL (SELECT days_after(since.day, wait.value) AS day) due
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.day, ARRAY['civil-affairs']) AS so) over
CROSS JOIN LATERAL per_capita_under(h.household_id, h.as_of, 'dibao-line', percent.value, 0) poor
WHERE NOT aid_since(h.household_id, h.as_of, ARRAY['dibao', 'tekun', 'temporary-relief'], since.day);
