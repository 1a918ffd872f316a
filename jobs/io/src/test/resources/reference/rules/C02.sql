-- C02, each member: latest left within months(12), for prison or army; not present; in dibao or tekun, or payments about the
-- member for a month later than that of leaving. Evidence tells of payments only where the class did not decide.
CREATE VIEW rule_c02 AS
SELECT p.household_id, p.as_of, 'C02' AS rule, p.person_id AS subject,
       class.so OR paid.fen > 0 AS holds,
       NULL AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(happened('MEMBER_LEFT', gone.on_day),
            CASE WHEN NOT class.so THEN measured('member.paidAfterLeaving', '', p.as_of, p.as_of, paid.fen, 'fen') END) AS measures,
       '[]'::jsonb AS limits,
       gone.record || CASE WHEN NOT class.so THEN paid.records ELSE '{}' END AS records
FROM person_on p
CROSS JOIN LATERAL latest(p.household_id, p.as_of, p.person_id, 'MEMBER_LEFT') gone
CROSS JOIN LATERAL (SELECT in_class(p.household_id, p.as_of, ARRAY['dibao', 'tekun']) AS so) class
CROSS JOIN LATERAL paid_for_later_months(p.household_id, p.as_of, p.person_id, gone.on_day, false) paid
WHERE gone.on_day >= first_day(p.as_of, '12 months')
  AND gone.body ->> 'reason' IN ('prison', 'army')
  AND NOT EXISTS (
    SELECT FROM present_on here
    WHERE here.household_id = p.household_id AND here.as_of = p.as_of AND here.person_id = p.person_id);
