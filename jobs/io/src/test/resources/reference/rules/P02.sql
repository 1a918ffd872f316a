-- P02: reached(R + review-months months), R = lastReview(dibao, tekun, marginal, rigid); or reached(R + review-months-unstable
-- months) and I04's condition. ClearedBy civil-affairs. Evidence tells of the second half only where the first did not
-- decide.
CREATE VIEW rule_p02 AS
SELECT h.household_id, h.as_of, 'P02' AS rule, '' AS subject,
       late.so OR (sooner.so AND varies.so AND under.holds) AS holds,
       coalesce(unless_known(late.so, reason_of(due.late)),
                unless_known(sooner.so, reason_of(due.sooner)),
                unless_known(varies.so, CASE WHEN share.value IS NULL THEN 'parameter-missing' ELSE earned.reason END),
                earned.reason,
                CASE WHEN heads.number IS NULL THEN 'members-unknown' ELSE 'parameter-missing' END) AS reason,
       1::numeric AS measure,
       'BLUE' AS urgency,
       list(review.measures,
            CASE WHEN late.so IS NOT TRUE THEN list(
              measured('income', 'months(6)', earned.from_day, earned.to_day, earned.sum_fen, 'fen'),
              measured('leastIncome', 'months(6)', earned.from_day, earned.to_day, earned.least_fen, 'fen'),
              measured('members', '', h.as_of, h.as_of, heads.number, 'people')) END) AS measures,
       list(months.used,
            CASE WHEN late.so IS NOT TRUE THEN list(fewer_months.used, share.used, under.limits) END) AS limits,
       review.records || CASE WHEN late.so IS NOT TRUE THEN earned.records ELSE '{}' END AS records
FROM household_on h
LEFT JOIN LATERAL last_review(h.household_id, h.as_of, ARRAY['dibao', 'tekun', 'marginal', 'rigid']) review ON true
CROSS JOIN LATERAL (SELECT coalesce(review.on_day, no_day()) AS day) since
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'review-months') months
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'review-months-unstable') fewer_months
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'income-variation-percent') share
CROSS JOIN LATERAL members(h.household_id, h.as_of) heads
CROSS JOIN LATERAL (
  SELECT months_after(since.day, months.value) AS late, months_after(since.day, fewer_months.value) AS sooner
) due
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.late, ARRAY['civil-affairs']) AS so) late
CROSS JOIN LATERAL (SELECT reached(h.region, h.as_of, due.sooner, ARRAY['civil-affairs']) AS so) sooner
LEFT JOIN LATERAL incomes(h.household_id, h.as_of, 6) earned ON sooner.so IS NOT FALSE -- nobody asks for it else
CROSS JOIN LATERAL (SELECT varies_over(6, earned.sum_fen, earned.squares, share.value) AS so) varies
CROSS JOIN LATERAL less_than_lines(h.household_id, h.as_of, earned.least_fen, heads.number) under;
