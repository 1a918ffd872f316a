-- Power and water.

CREATE TABLE utility_use AS
SELECT household_id, occurred_on, event_id, record,
       body ->> 'utility' AS utility,
       (body ->> 'quantity')::numeric AS quantity,
       (body ->> 'unpaidBills')::numeric AS unpaid_bills
FROM event
WHERE type = 'UTILITY_USED';
CREATE INDEX ON utility_use (household_id, occurred_on, event_id);
ANALYZE utility_use;

-- On how many days of a window something was read.
CREATE FUNCTION utility_readings(household text, day date, over interval)
RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT count(DISTINCT u.occurred_on)::numeric
  FROM utility_use u
  WHERE u.household_id = household AND u.occurred_on BETWEEN first_day(day, over) AND day
$$;

-- On how many days after a day something was read.
CREATE FUNCTION utility_readings_after(household text, day date, after date)
RETURNS TABLE (number numeric) STABLE LANGUAGE sql AS $$
  SELECT count(DISTINCT u.occurred_on)::numeric
  FROM utility_use u
  WHERE u.household_id = household AND u.occurred_on > after AND u.occurred_on <= day
$$;

-- The latest use of anything in a window; no row where there was none.
CREATE FUNCTION last_utility_use(household text, day date, over interval)
RETURNS TABLE (on_day date, record text) STABLE LANGUAGE sql AS $$
  SELECT u.occurred_on, u.record
  FROM utility_use u
  WHERE u.household_id = household
    AND u.occurred_on BETWEEN first_day(day, over) AND day
    AND u.quantity > 0
  ORDER BY u.occurred_on DESC, u.event_id DESC
  LIMIT 1
$$;

-- Bills that are not paid, by the latest word on each utility.
CREATE FUNCTION unpaid_utility_bills(household text, day date)
RETURNS TABLE (number numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum(latest.unpaid_bills), 0), array_remove(array_agg(latest.record), NULL)
  FROM (
    SELECT DISTINCT ON (u.utility) u.unpaid_bills, u.record
    FROM utility_use u
    WHERE u.household_id = household AND u.occurred_on <= day
    ORDER BY u.utility, u.occurred_on DESC, u.event_id DESC
  ) latest
$$;

-- How much of a utility was used in a window that ends on a day.
CREATE FUNCTION used(household text, of_utility text, until date, over interval)
RETURNS TABLE (quantity numeric, records text[]) STABLE LANGUAGE sql AS $$
  SELECT coalesce(sum(u.quantity), 0), array_remove(array_agg(u.record), NULL)
  FROM utility_use u
  WHERE u.household_id = household AND u.utility = of_utility AND u.occurred_on BETWEEN first_day(until, over) AND until
$$;
