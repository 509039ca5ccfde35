-- A use may be stopped by an objection, by a restriction, or by both: `none` is a row that holds a restriction alone.
ALTER TABLE objections DROP CONSTRAINT objections_standing_check;
ALTER TABLE objections ADD CONSTRAINT objections_standing_check
  CHECK (standing IN ('none', 'in_force', 'taken_back', 'disowned', 'overridden'));
ALTER TABLE objections ADD COLUMN restricted_at BIGINT;

-- Who is under a restriction (Art. 18) for which use, by which case; several cases may ask for the same. `lifting` is the letter
-- that says that it ends.
CREATE TABLE restrictions (
  case_id BYTEA NOT NULL REFERENCES cases (id),
  mark BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  since BIGINT NOT NULL,
  lifting BYTEA REFERENCES notices (id),
  PRIMARY KEY (case_id, mark, purpose)
);
CREATE INDEX restrictions_by_mark ON restrictions (mark, purpose);
CREATE INDEX restrictions_ending ON restrictions (lifting) WHERE lifting IS NOT NULL;
