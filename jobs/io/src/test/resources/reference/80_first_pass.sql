-- The first pass: all rules but those that look at what others say.

CREATE TABLE rule (
  id          text PRIMARY KEY,
  category    text NOT NULL,
  second_pass boolean NOT NULL
);

INSERT INTO rule (id, category, second_pass) VALUES
  ('M01', 'medical', false), ('M02', 'medical', false), ('M03', 'medical', false), ('M04', 'medical', false),
  ('M05', 'medical', false), ('M06', 'medical', false),
  ('D01', 'disability', false), ('D02', 'disability', false), ('D03', 'missed', false),
  ('I01', 'shock', false), ('I02', 'income', false), ('I03', 'income', false), ('I04', 'income', false),
  ('I05', 'missed', false), ('I06', 'missed', false),
  ('R01', 'expenditure', false), ('R02', 'expenditure', false), ('R03', 'review', false), ('R04', 'expenditure', false),
  ('E01', 'education', false), ('E02', 'missed', false), ('E03', 'education', false),
  ('H01', 'housing', false),
  ('Z01', 'disaster', false), ('Z02', 'missed', false), ('Z03', 'missed', false),
  ('A01', 'shock', false), ('A02', 'sign-of-life', false), ('A03', 'expenditure', false),
  ('C01', 'exit', false), ('C02', 'exit', false), ('C03', 'exit', false), ('C04', 'exit', false), ('C05', 'exit', false),
  ('P01', 'missed', false), ('P02', 'process', false), ('P03', 'process', false), ('P04', 'missed', false),
  ('X01', 'duplicate', false), ('X02', 'duplicate', false), ('X03', 'duplicate', false),
  ('C06', 'watch', true), ('V01', 'rural', true);

-- True and unknown; what is false is nobody's business. Of two rules the urgency may be unknown while they fire.
CREATE TABLE first_pass (
  household_id   text COLLATE "C" NOT NULL,
  as_of          date NOT NULL,
  rule           text NOT NULL,
  subject        text NOT NULL,
  holds          boolean,
  reason         text,
  measure        numeric,
  urgency        text,
  urgency_reason text,
  measures       jsonb,
  limits         jsonb,
  records        text[]
);

DO $$
DECLARE
  asked text;
BEGIN
  FOR asked IN SELECT id FROM rule WHERE NOT second_pass LOOP
    EXECUTE format(
      'INSERT INTO first_pass '
      'SELECT household_id, as_of, rule, subject, holds, reason, measure, urgency, %s, measures, limits, records '
      'FROM rule_%s WHERE holds IS NOT FALSE',
      CASE WHEN asked IN ('M04', 'A02', 'P03') THEN 'urgency_reason' ELSE 'NULL' END, lower(asked));
  END LOOP;
END $$;
CREATE INDEX ON first_pass (household_id, as_of);
ANALYZE first_pass;
