-- D03, each member: present; not in tekun; hardship: no aid of disability-hardship since H, and reached(H +
-- disability-subsidy-days), H = later(disabledSince, inClassSince(dibao, marginal)); or nursing: no aid of
-- disability-nursing since N = severelyDisabledSince, and reached(N + the same). ClearedBy disabled-federation,
-- civil-affairs. Evidence tells of the nursing half only where the other one did not decide.
CREATE VIEW rule_d03 AS
SELECT p.household_id, p.as_of, 'D03' AS rule, p.person_id AS subject,
       hardship.holds OR nursing.holds AS holds,
       CASE WHEN wait.value IS NULL THEN 'parameter-missing' ELSE 'source-incomplete' END AS reason,
       1::numeric AS measure,
       'YELLOW' AS urgency,
       list(cited.disabled, cited.severely) AS measures,
       list(wait.used) AS limits,
       array_remove(ARRAY[disabled.record, CASE WHEN cited.severely IS NOT NULL THEN severely.record END], NULL) AS records
FROM present_on p
LEFT JOIN LATERAL disabled_since(p.household_id, p.as_of, p.person_id) disabled ON true
LEFT JOIN LATERAL severely_disabled_since(p.household_id, p.as_of, p.person_id) severely ON true
CROSS JOIN LATERAL in_class_without_break_since(p.household_id, p.as_of, ARRAY['dibao', 'marginal']) recognised
CROSS JOIN LATERAL parameter(p.household_id, p.as_of, 'disability-subsidy-days') wait
CROSS JOIN LATERAL (
  SELECT later(coalesce(disabled.since, no_day()), recognised.since) AS hardship, coalesce(severely.since, no_day()) AS nursing
) begins
CROSS JOIN LATERAL (
  SELECT NOT member_aid_since(p.household_id, p.as_of, p.person_id, ARRAY['disability-hardship'], begins.hardship)
    AND reached(p.region, p.as_of, days_after(begins.hardship, wait.value), ARRAY['disabled-federation', 'civil-affairs']) AS holds
) hardship
CROSS JOIN LATERAL (
  SELECT NOT member_aid_since(p.household_id, p.as_of, p.person_id, ARRAY['disability-nursing'], begins.nursing)
    AND reached(p.region, p.as_of, days_after(begins.nursing, wait.value), ARRAY['disabled-federation', 'civil-affairs']) AS holds
) nursing
CROSS JOIN LATERAL (
  SELECT CASE WHEN disabled.record IS NOT NULL THEN happened('DISABILITY_GRADED', disabled.since) END AS disabled,
         CASE WHEN hardship.holds IS NOT TRUE AND severely.record IS NOT NULL
              THEN happened('DISABILITY_GRADED', severely.since) END AS severely
) cited
WHERE NOT in_class(p.household_id, p.as_of, ARRAY['tekun']);
