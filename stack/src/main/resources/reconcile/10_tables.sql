-- What reconcile works with, gone with its connection. Figures of the topics stand in the very columns of the tables.

CREATE TEMP TABLE said_statistic (LIKE hearthwatch.assistance_statistic INCLUDING ALL);
CREATE TEMP TABLE said_statement (LIKE hearthwatch.relief_statement INCLUDING ALL);

-- Every version of every event about relief, in the order of arrival.
CREATE TEMP TABLE told (
  arrival        bigint NOT NULL,
  event_id       uuid NOT NULL,
  void           boolean NOT NULL,
  revision       int NOT NULL,
  content        text NOT NULL,   -- of two contents of one revision the one with the greater hash survives
  source         text NOT NULL,
  household_id   text NOT NULL,
  person_id      text,
  helped         text NOT NULL,
  registered     text NOT NULL,
  occurred_on    int NOT NULL,
  what           text NOT NULL,   -- GRANT, PAYMENT, IN, OUT; REPORT and OTHER, which come to no figure here
  programme      text NOT NULL,   -- or the class
  cause          text,
  disaster_id    text,
  year_month     int NOT NULL,    -- of the grant; in which it was paid
  benefit_month  int NOT NULL,    -- for which it was paid
  fen            bigint NOT NULL,
  grant_id       text,
  valid_through  int
);

-- Regions in which a code lies, itself among them, and what is right above each; nothing is above the nation.
CREATE TEMP TABLE region_level (code text NOT NULL, region text NOT NULL, above text);

-- How far each topic is compared.
CREATE TEMP TABLE named_end (topic text NOT NULL, partition int NOT NULL, until bigint NOT NULL);
