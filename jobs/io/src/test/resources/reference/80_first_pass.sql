-- The first pass: all rules but those that look at what others say.

CREATE TABLE rule (
  id          text PRIMARY KEY,
  category    text NOT NULL,
  second_pass boolean NOT NULL,
  goes_to     text NOT NULL                    -- departments; own: whoever told of what the hit is about
);

INSERT INTO rule (id, category, second_pass, goes_to) VALUES
  ('M01', 'medical', false, 'civil-affairs medical-insurance'),
  ('M02', 'medical', false, 'medical-insurance'),
  ('M03', 'medical', false, 'medical-insurance'),
  ('M04', 'medical', false, 'civil-affairs medical-insurance'),
  ('M05', 'medical', false, 'civil-affairs medical-insurance'),
  ('M06', 'medical', false, 'medical-insurance'),
  ('D01', 'disability', false, 'civil-affairs disabled-federation'),
  ('D02', 'disability', false, 'disabled-federation'),
  ('D03', 'missed', false, 'disabled-federation civil-affairs'),
  ('I01', 'shock', false, 'civil-affairs'),
  ('I02', 'income', false, 'human-resources'),
  ('I03', 'income', false, 'civil-affairs human-resources'),
  ('I04', 'income', false, 'human-resources'),
  ('I05', 'missed', false, 'civil-affairs'),
  ('I06', 'missed', false, 'civil-affairs'),
  ('R01', 'expenditure', false, 'civil-affairs'),
  ('R02', 'expenditure', false, 'civil-affairs'),
  ('R03', 'review', false, 'civil-affairs'),
  ('R04', 'expenditure', false, 'civil-affairs'),
  ('E01', 'education', false, 'education'),
  ('E02', 'missed', false, 'education'),
  ('E03', 'education', false, 'education'),
  ('H01', 'housing', false, 'housing'),
  ('Z01', 'disaster', false, 'emergency civil-affairs'),
  ('Z02', 'missed', false, 'emergency'),
  ('Z03', 'missed', false, 'civil-affairs'),
  ('A01', 'shock', false, 'civil-affairs'),
  ('A02', 'sign-of-life', false, 'civil-affairs'),
  ('A03', 'expenditure', false, 'civil-affairs'),
  ('C01', 'exit', false, 'civil-affairs'),
  ('C02', 'exit', false, 'civil-affairs'),
  ('C03', 'exit', false, 'civil-affairs'),
  ('C04', 'exit', false, 'civil-affairs human-resources'),
  ('C05', 'exit', false, 'civil-affairs'),
  ('P01', 'missed', false, 'civil-affairs'),
  ('P02', 'process', false, 'civil-affairs'),
  ('P03', 'process', false, 'own'),
  ('P04', 'missed', false, 'civil-affairs'),
  ('X01', 'duplicate', false, 'own'),
  ('X02', 'duplicate', false, 'civil-affairs'),
  ('X03', 'duplicate', false, 'civil-affairs'),
  ('C06', 'watch', true, 'civil-affairs'),
  ('V01', 'rural', true, 'rural-revitalisation');

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

CREATE FUNCTION ask_rule(asked text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO first_pass '
    'SELECT household_id, as_of, rule, subject, holds, reason, measure, urgency, %s, measures, limits, records '
    'FROM rule_%s WHERE holds IS NOT FALSE',
    CASE WHEN asked IN ('M04', 'A02', 'P03') THEN 'urgency_reason' ELSE 'NULL' END, lower(asked));
END $$;

SELECT ask_rule(id) FROM rule WHERE NOT second_pass;
CREATE INDEX ON first_pass (household_id, as_of);
ANALYZE first_pass;
