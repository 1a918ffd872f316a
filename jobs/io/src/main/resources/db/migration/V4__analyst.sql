-- Analysts get a role that may read the views and nothing else; their logins are made members of it by whoever runs
-- the database. Views read with their owner's rights, so the counts of the quarantine need no right to what it holds.

DO $$
BEGIN
  CREATE ROLE hearthwatch_analyst NOLOGIN;
EXCEPTION
  -- Roles belong to the server: another of its databases, perhaps at this moment, has made it already.
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
COMMENT ON ROLE hearthwatch_analyst IS '分析人员 | May read the views of the schema hearthwatch of any Hearthwatch database, and nothing else.';

GRANT USAGE ON SCHEMA hearthwatch TO hearthwatch_analyst;
GRANT SELECT ON
  hearthwatch.current_case,
  hearthwatch.open_case,
  hearthwatch.hits_of_open_cases,
  hearthwatch.cases_by_region_and_month,
  hearthwatch.rule_activity,
  hearthwatch.dead_letters_by_reason,
  hearthwatch.unreadable_by_reason
TO hearthwatch_analyst;
