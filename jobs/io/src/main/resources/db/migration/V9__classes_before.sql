-- A statement says by itself whether the class changed: the month before may have none, where nothing was given.

ALTER TABLE hearthwatch.relief_statement ADD COLUMN classes_before text[] NOT NULL DEFAULT '{}';

COMMENT ON COLUMN hearthwatch.relief_statement.classes_before IS '上月救助类别 | Classes in force on the eve of the month.';
