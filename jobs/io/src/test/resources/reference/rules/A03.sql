-- A03: at least unpaid-bills, and the use of power or of water in months(3) under utility-use-percent of a year before. Water
-- is looked at only where power does not hold.
CREATE VIEW rule_a03 AS
SELECT h.household_id, h.as_of, 'A03' AS rule, '' AS subject,
       bills.number >= many.value AND (fallen.power OR fallen.water) AS holds,
       'parameter-missing' AS reason,
       bills.number AS measure,
       'BLUE' AS urgency,
       list(measured('unpaidUtilityBills', '', h.as_of, h.as_of, bills.number, 'count'),
            measured('powerUse', 'months(3)', over.from_day, h.as_of, power.quantity, 'count'),
            measured('earlierPowerUse', 'months(3)', over.earlier_from, over.earlier_to, power_before.quantity, 'count'),
            CASE WHEN fallen.power IS NOT TRUE THEN list(
              measured('waterUse', 'months(3)', over.from_day, h.as_of, water.quantity, 'count'),
              measured('earlierWaterUse', 'months(3)', over.earlier_from, over.earlier_to, water_before.quantity, 'count')) END) AS measures,
       list(many.used, percent.used) AS limits,
       bills.records || power.records || power_before.records
         || CASE WHEN fallen.power IS NOT TRUE THEN water.records || water_before.records END AS records
FROM household_on h
CROSS JOIN LATERAL unpaid_utility_bills(h.household_id, h.as_of) bills
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'unpaid-bills') many
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'utility-use-percent') percent
CROSS JOIN LATERAL (
  SELECT first_day(h.as_of, '3 months') AS from_day, ended.day AS earlier_to, first_day(ended.day, '3 months') AS earlier_from
  FROM (SELECT (h.as_of - INTERVAL '12 months')::date AS day) ended
) over
CROSS JOIN LATERAL used(h.household_id, 'power', h.as_of, '3 months') power
CROSS JOIN LATERAL used(h.household_id, 'power', over.earlier_to, '3 months') power_before
CROSS JOIN LATERAL used(h.household_id, 'water', h.as_of, '3 months') water
CROSS JOIN LATERAL used(h.household_id, 'water', over.earlier_to, '3 months') water_before
LEFT JOIN LATERAL (
  SELECT power.quantity * 100 < percent.value * power_before.quantity AND power_before.quantity > 0 AS power,
         water.quantity * 100 < percent.value * water_before.quantity AND water_before.quantity > 0 AS water
  WHERE percent.value IS NOT NULL
) fallen ON true;
