-- M01, each member: medical(months(12)) > self-paid-medical-limit by class.
CREATE VIEW rule_m01 AS
SELECT p.household_id, p.as_of, 'M01' AS rule, p.person_id AS subject,
       paid.fen > most.value AS holds,
       CASE WHEN most.value IS NULL THEN 'parameter-missing' END AS reason,
       paid.fen AS measure,
       'ORANGE' AS urgency,
       list(measured('member.medical', 'months(12)', paid.from_day, p.as_of, paid.fen, 'fen')) AS measures,
       list(most.used) AS limits,
       paid.records
FROM person_on p
CROSS JOIN LATERAL spent(p.household_id, p.as_of, medical(), '12 months', p.person_id) paid
CROSS JOIN LATERAL parameter_by_class(p.household_id, p.as_of, 'self-paid-medical-limit') most;
