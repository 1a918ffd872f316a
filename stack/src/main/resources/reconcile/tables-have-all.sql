-- Partitions are written in their order, so whoever has the last record has all.
SELECT NOT EXISTS (
  SELECT FROM (
    SELECT record_partition, max(record_offset) AS last FROM said_statistic GROUP BY 1) s
  WHERE s.last > (SELECT coalesce(max(t.record_offset), -1) FROM hearthwatch.assistance_statistic t WHERE t.record_partition = s.record_partition))
AND NOT EXISTS (
  SELECT FROM (
    SELECT record_partition, max(record_offset) AS last FROM said_statement GROUP BY 1) s
  WHERE s.last > (SELECT coalesce(max(t.record_offset), -1) FROM hearthwatch.relief_statement t WHERE t.record_partition = s.record_partition))
