-- P03, each referral: received, which is the day of the first word on it, within months(12); no word is done or rejected; and
-- no word is other than received and reached(workingDaysAfter(day, referral-accept-working-days)), or
-- reached(workingDaysAfter(day, referral-result-working-days)). ClearedBy the source of the first word. ORANGE where
-- reached(workingDaysAfter(day, 2 x referral-result-working-days)), else (also where that is not assessable) YELLOW.
CREATE VIEW rule_p03 AS
SELECT h.household_id, h.as_of, 'P03' AS rule, referral.records[1] AS subject,
       late.accepting OR late.result AS holds,
       coalesce(unless_known(late.accepting, reason_of(due.accepting)), reason_of(due.result)) AS reason,
       1::numeric AS measure,
       CASE WHEN twice.so THEN 'ORANGE' ELSE 'YELLOW' END AS urgency,
       unless_known(twice.so, reason_of(due.twice)) AS urgency_reason,
       referral.measures AS measures,
       list(CASE WHEN NOT referral.accepted THEN accepting.used END, result.used) AS limits,
       referral.records AS records
FROM household_on h
CROSS JOIN LATERAL (
  SELECT min(told.occurred_on) AS day,
         bool_or(told.answer <> 'received') AS accepted,
         array_agg(told.record ORDER BY told.occurred_on, told.event_id) AS records,
         (array_agg(told.source ORDER BY told.occurred_on, told.event_id))[1] AS source,
         jsonb_concatenated(list(told.happened)) AS measures
  FROM (
    SELECT e.body ->> 'referralId' AS id, e.body ->> 'answer' AS answer, e.occurred_on, e.event_id, e.record, e.source,
           happened('REFERRAL_ANSWERED', e.occurred_on) AS happened
    FROM event e
    WHERE e.household_id = h.household_id AND e.type = 'REFERRAL_ANSWERED' AND e.occurred_on <= h.as_of
  ) told
  GROUP BY told.id
  HAVING NOT bool_or(told.answer IN ('done', 'rejected'))
) referral
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'referral-accept-working-days') accepting
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'referral-result-working-days') result
CROSS JOIN LATERAL (
  SELECT working_days_after(referral.day, accepting.value) AS accepting,
         working_days_after(referral.day, result.value) AS result,
         working_days_after(referral.day, 2 * result.value) AS twice
) due
CROSS JOIN LATERAL (
  SELECT NOT referral.accepted AND reached(h.region, h.as_of, due.accepting, ARRAY[referral.source]) AS accepting,
         reached(h.region, h.as_of, due.result, ARRAY[referral.source]) AS result
) late
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.twice, ARRAY[referral.source]) AS so) twice
WHERE referral.day >= first_day(h.as_of, '12 months');
