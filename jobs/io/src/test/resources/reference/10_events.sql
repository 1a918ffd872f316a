-- Events: of all versions of an event id one survives; a surviving VOID removes the event.

INSERT INTO raw_event
SELECT (line ->> 'eventId')::uuid,
       line ->> 'kind',
       (line ->> 'revision')::int,
       line ->> 'source',
       line ->> 'householdId',
       line ->> 'personId',
       line ->> 'registeredRegion',
       line ->> 'helpingRegion',
       DATE '1970-01-01' + (line ->> 'occurredOn')::int,
       to_timestamp((line ->> 'reportedAt')::numeric / 1000),
       line ->> 'type',
       line -> 'body'
FROM raw_line;

-- day|registeredRegion|helpingRegion|TYPE|field=value|... ; an absent value is empty.
CREATE VIEW version AS
SELECT r.*,
       (r.occurred_on - DATE '1970-01-01') || '|' || r.registered_region || '|' || coalesce(r.helping_region, '')
         || '|' || r.type || fields.written AS canonical_text
FROM raw_event r
CROSS JOIN LATERAL (
  SELECT string_agg('|' || f.field || '=' || coalesce(r.body ->> f.field, ''), '' ORDER BY f.position) AS written
  FROM contract_field f
  WHERE f.type = r.type
) fields;

-- The highest revision; at equal revision VOID; then the greater SHA-256 as unsigned bytes.
CREATE TABLE event AS
SELECT household_id, person_id, type, source, registered_region, occurred_on, event_id,
       left(replace(event_id::text, '-', ''), 16) AS record,  -- its first 8 bytes, by which evidence cites it
       body
FROM (
  SELECT DISTINCT ON (event_id) *
  FROM version
  ORDER BY event_id, revision DESC, (kind = 'VOID') DESC, sha256(convert_to(canonical_text, 'UTF8')) DESC
) surviving
WHERE kind <> 'VOID';

-- The order of events: by day, then by the id's first 8 bytes as an unsigned number, which is how uuids are sorted.
CREATE INDEX ON event (household_id, occurred_on, event_id);
CREATE INDEX ON event (household_id, type, occurred_on, event_id);
CREATE INDEX ON event (type, person_id, occurred_on, event_id);
ANALYZE event;
ANALYZE asked;
