-- D02: at least 2 members are disabled, or one is old (old-age-years) beside another who is disabled; and nobody works who is
-- neither disabled nor old.
CREATE VIEW rule_d02 AS
SELECT h.household_id, h.as_of, 'D02' AS rule, '' AS subject,
       (disabled.number >= 2 OR beside.holds) AND working.number = 0 AS holds,
       'parameter-missing' AS reason,
       disabled.number AS measure,
       'YELLOW' AS urgency,
       list(measured('disabledMembers', '', h.as_of, h.as_of, disabled.number, 'people'),
            measured('otherWorkers', '', h.as_of, h.as_of, working.number, 'people')) AS measures,
       list(age.used) AS limits,
       '{}'::text[] AS records
FROM household_on h
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'old-age-years') age
CROSS JOIN LATERAL disabled_members(h.household_id, h.as_of) disabled
CROSS JOIN LATERAL old_beside_disabled(h.household_id, h.as_of, age.value) beside
CROSS JOIN LATERAL other_workers(h.household_id, h.as_of, age.value) working;
