-- What S01 is told: a source says through which day it is complete, or a day begins.
CREATE TABLE diary (
  seq              int PRIMARY KEY,
  source           text,                       -- who says something; NULL where a day begins
  region_prefix    text COLLATE "C",
  complete_through date,
  day              date                        -- which day begins; NULL where something is said
);
