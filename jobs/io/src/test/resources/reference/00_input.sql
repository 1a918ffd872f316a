-- What the reference is given: raw events as departments sent them, policy parameters, codes that became others, what sources said of themselves,
-- and the questions. Nothing here or below was written from the stream's code; docs/definitions.md is the only source.

CREATE TABLE raw_event (
  event_id          uuid NOT NULL,
  kind              text NOT NULL,             -- NOTIFY, CORRECT, VOID
  revision          int NOT NULL,
  source            text NOT NULL,
  household_id      text COLLATE "C" NOT NULL,
  person_id         text COLLATE "C",
  registered_region text COLLATE "C" NOT NULL,
  helping_region    text COLLATE "C",
  occurred_on       date NOT NULL,
  reported_at       timestamptz NOT NULL,
  type              text NOT NULL,             -- for instance EXPENSE_INCURRED
  body              jsonb NOT NULL             -- fields named as in the contract; months yyyymm, days since 1970-01-01
);

-- Events as JSON lines: the envelope's fields named as in the contract, the type, and the body as an object.
CREATE TABLE raw_line (line jsonb NOT NULL);

-- One dated value of one parameter in one region. Just one of number, keyed and codes is set, or none where it ended.
CREATE TABLE parameter_entry (
  parameter     text NOT NULL,
  unit          text NOT NULL,
  region_prefix text COLLATE "C" NOT NULL,
  from_date     date NOT NULL,
  number        numeric,
  per_year      boolean NOT NULL,
  keyed         jsonb,
  codes         text[],
  PRIMARY KEY (parameter, region_prefix, from_date)
);

-- Codes of regions that became others, from a day on.
CREATE TABLE region_change (
  from_date date NOT NULL,
  was       text COLLATE "C" NOT NULL,
  now       text COLLATE "C" NOT NULL,
  PRIMARY KEY (from_date, was)
);

-- Days on which it is otherwise than by the day of the week: public rest days, and weekend days worked in exchange.
CREATE TABLE calendar_day (
  day    date PRIMARY KEY,
  worked boolean NOT NULL
);

-- What sources said, in the order in which they said it.
CREATE TABLE completeness_said (
  said             int PRIMARY KEY,
  source           text NOT NULL,
  region_prefix    text COLLATE "C" NOT NULL,
  complete_through date NOT NULL
);

-- The questions: households, each as of some dates.
CREATE TABLE asked (
  household_id text COLLATE "C" NOT NULL,
  as_of        date NOT NULL,
  PRIMARY KEY (household_id, as_of)
);

-- The fields of each body, in the order of its contract.
CREATE TABLE contract_field (
  type     text NOT NULL,
  position int NOT NULL,
  field    text NOT NULL,
  PRIMARY KEY (type, position)
);

INSERT INTO contract_field (type, position, field)
SELECT contract.type, listed.position, listed.field
FROM (VALUES
  ('INCOME_RECEIVED', 'monthEarned kind amountFen'),
  ('EXPENSE_INCURRED', 'category grossFen basicInsuranceFen seriousIllnessFen medicalAidFen commercialFen subsidyFen charityFen'),
  ('DIAGNOSIS_MADE', 'diseaseCode'),
  ('DISABILITY_GRADED', 'kind grade'),
  ('INSURANCE_CHANGED', 'scheme insured validThrough'),
  ('ACCIDENT_HAPPENED', 'kind hospitalStay deaths'),
  ('DISASTER_IMPACT', 'disasterId disasterType damage homeUsable casualties injured lossFen'),
  ('DISASTER_REPORTED', 'disasterId disasterType peopleAffected peopleRelocated peopleTakenIn homesCollapsed homesDamaged fundsFen lossFen'),
  ('EMPLOYMENT_CHANGED', 'status'),
  ('SCHOOL_STATUS_CHANGED', 'stage status'),
  ('DWELLING_GRADED', 'grade'),
  ('PROPERTY_DECLARED', 'financialAssetsFen dwellings vehicleValueFen'),
  ('UTILITY_USED', 'utility quantity unpaidBills'),
  ('MEMBER_JOINED', 'reason role birthDate'),
  ('MEMBER_LEFT', 'reason'),
  ('MEMBER_DIED', 'cause'),
  ('HOUSEHOLD_REGISTERED', 'residence'),
  ('HOUSEHOLD_MOVED', 'fromRegion residence'),
  ('HOUSEHOLD_SPLIT', 'newHouseholdId'),
  ('HOUSEHOLD_MERGED', 'intoHouseholdId'),
  ('CLASS_RECOGNISED', 'householdClass variant validThrough'),
  ('CLASS_ENDED', 'householdClass reason'),
  ('APPLICATION_MADE', 'programme'),
  ('GRANT_APPROVED', 'programme cause month amountFen disasterId policy'),
  ('PAYMENT_MADE', 'programme grantId month amountFen'),
  ('REVIEW_DONE', 'result'),
  ('VISIT_DONE', 'rule outcome caseId'),
  ('REFERRAL_ANSWERED', 'referralId answer note')
) contract (type, fields)
CROSS JOIN LATERAL unnest(string_to_array(contract.fields, ' ')) WITH ORDINALITY listed (field, position);
