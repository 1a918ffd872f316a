-- I01, each member: latest death of the member within months(6); member's income x 100 >= main-earner-percent x the
-- household's income, both over the 12 latest closed months as of the day of death; and the household's > 0.
CREATE VIEW rule_i01 AS
SELECT p.household_id, p.as_of, 'I01' AS rule, p.person_id AS subject,
       theirs.fen > 0 AND own.fen * 100 >= share.value * theirs.fen AS holds,
       coalesce(theirs.reason, 'parameter-missing') AS reason,
       own.fen AS measure,
       'RED' AS urgency,
       list(happened('MEMBER_DIED', death.day),
            measured('member.incomeAtDeath', 'months(12)', theirs.from_day, theirs.to_day, own.fen, 'fen'),
            measured('member.householdIncomeAtDeath', 'months(12)', theirs.from_day, theirs.to_day, theirs.fen, 'fen')) AS measures,
       list(share.used) AS limits,
       death.record || own.records || theirs.records AS records
FROM person_on p
CROSS JOIN LATERAL (
  SELECT e.occurred_on AS day, e.record
  FROM event e
  WHERE e.household_id = p.household_id
    AND e.type = 'MEMBER_DIED'
    AND e.person_id = p.person_id
    AND e.occurred_on <= p.as_of
  ORDER BY e.occurred_on DESC, e.event_id DESC
  LIMIT 1
) death
CROSS JOIN LATERAL income_of(p.household_id, p.as_of, latest_closed_month(death.day), 12, p.person_id) own
CROSS JOIN LATERAL income(p.household_id, p.as_of, latest_closed_month(death.day), 12) theirs
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'main-earner-percent') share
WHERE death.day >= first_day(p.as_of, '6 months');
