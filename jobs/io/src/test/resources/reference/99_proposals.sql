-- The proposed class, by its way, with its evidence written out line by line as that of a hit; and the ways before it that are
-- not assessable.
SELECT p.household_id, p.as_of, 'class ' || p.class AS rule, p.variant AS subject, coalesce(p.holds, false) AS hit,
       p.fen AS entitlement_fen, p.region_prefix, p.from_date, CASE WHEN p.holds IS NULL THEN p.reason END AS reason,
       CASE WHEN p.holds THEN evidence(p.measures, p.limits, p.records, '{}') ELSE '{}' END AS evidence
FROM proposal p
