-- A use may be stopped by an objection, by a restriction, or by both: `none` is a row that holds a restriction alone.
CREATE TABLE objections_new (
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('none', 'in_force', 'taken_back', 'disowned', 'overridden')),
  since BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  assurance TEXT NOT NULL DEFAULT 'verified' CHECK (assurance IN ('unverified', 'imported', 'confirmed', 'verified')),
  via BLOB,
  restricted_at BIGINT,
  PRIMARY KEY (mark, purpose)
);
INSERT INTO objections_new SELECT mark, purpose, standing, since, epoch, assurance, via, NULL FROM objections;
DROP TABLE objections;
ALTER TABLE objections_new RENAME TO objections;
CREATE INDEX objections_by_epoch ON objections (epoch);
CREATE INDEX objections_via ON objections (via) WHERE via IS NOT NULL;

-- Who is under a restriction (Art. 18) for which use, by which case; several cases may ask for the same. `lifting` is the letter
-- that says that it ends.
CREATE TABLE restrictions (
  case_id BLOB NOT NULL REFERENCES cases (id),
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  since BIGINT NOT NULL,
  lifting BLOB REFERENCES notices (id),
  PRIMARY KEY (case_id, mark, purpose)
);
CREATE INDEX restrictions_by_mark ON restrictions (mark, purpose);
CREATE INDEX restrictions_ending ON restrictions (lifting) WHERE lifting IS NOT NULL;
