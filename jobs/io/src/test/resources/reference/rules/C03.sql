-- C03: in any class; dwellings > dwellings-limit, or cars > vehicle-value-limit, or assets > asset-lines x members L. What
-- was not asked is no evidence; assets are the measure, so they always are.
CREATE VIEW rule_c03 AS
SELECT h.household_id, h.as_of, 'C03' AS rule, '' AS subject,
       homes.over OR cars.over OR assets.holds AS holds,
       CASE WHEN homes.over IS NULL OR cars.over IS NULL OR months.value IS NULL THEN 'parameter-missing'
            WHEN heads.number IS NULL THEN 'members-unknown'
            ELSE 'parameter-missing' END AS reason,
       owned.assets_fen AS measure,
       'BLUE' AS urgency,
       list(measured('dwellings', '', h.as_of, h.as_of, owned.dwellings, 'count'),
            CASE WHEN homes.over IS NOT TRUE THEN measured('vehicleValue', '', h.as_of, h.as_of, owned.vehicles_fen, 'fen') END,
            measured('assets', '', h.as_of, h.as_of, owned.assets_fen, 'fen'),
            CASE WHEN asked.assets THEN measured('members', '', h.as_of, h.as_of, heads.number, 'people') END) AS measures,
       list(most_homes.used,
            CASE WHEN homes.over IS NOT TRUE THEN most_cars.used END,
            CASE WHEN asked.assets THEN list(months.used, assets.limits) END) AS limits,
       owned.records
FROM household_on h
CROSS JOIN LATERAL property(h.household_id, h.as_of) owned
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'dwellings-limit') most_homes
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'vehicle-value-limit') most_cars
CROSS JOIN LATERAL parameter(h.household_id, h.as_of, 'asset-lines') months
CROSS JOIN LATERAL members(h.household_id, h.as_of) heads
CROSS JOIN LATERAL (SELECT owned.dwellings > most_homes.value AS over) homes
CROSS JOIN LATERAL (SELECT owned.vehicles_fen > most_cars.value AS over) cars
CROSS JOIN LATERAL (SELECT homes.over IS NOT TRUE AND cars.over IS NOT TRUE AS assets) asked
CROSS JOIN LATERAL more_than_lines(h.household_id, h.as_of, owned.assets_fen, months.value * heads.number) assets
WHERE in_any_class(h.household_id, h.as_of);
