-- C01, each member: latest death within months(24), and payments for a month later than that of the death, about the member,
-- or about nobody where nobody was left.
CREATE VIEW rule_c01 AS
SELECT p.household_id, p.as_of, 'C01' AS rule, p.person_id AS subject,
       paid.fen > 0 AS holds,
       NULL AS reason,
       paid.fen AS measure,
       'YELLOW' AS urgency,
       list(happened('MEMBER_DIED', death.on_day),
            measured('member.paidAfterDeath', '', p.as_of, p.as_of, paid.fen, 'fen')) AS measures,
       '[]'::jsonb AS limits,
       death.record || paid.records AS records
FROM person_on p
CROSS JOIN LATERAL latest(p.household_id, p.as_of, p.person_id, 'MEMBER_DIED') death
CROSS JOIN LATERAL paid_for_later_months(p.household_id, p.as_of, p.person_id, death.on_day, true) paid
WHERE death.on_day >= first_day(p.as_of, '24 months');
