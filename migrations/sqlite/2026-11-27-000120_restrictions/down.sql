DROP TABLE restrictions;
CREATE TABLE objections_old (
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in_force', 'taken_back', 'disowned', 'overridden')),
  since BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  assurance TEXT NOT NULL DEFAULT 'verified' CHECK (assurance IN ('unverified', 'imported', 'confirmed', 'verified')),
  via BLOB,
  PRIMARY KEY (mark, purpose)
);
INSERT INTO objections_old SELECT mark, purpose,
  CASE WHEN standing = 'none' THEN 'taken_back' ELSE standing END, since, epoch, assurance, via FROM objections;
DROP TABLE objections;
ALTER TABLE objections_old RENAME TO objections;
CREATE INDEX objections_by_epoch ON objections (epoch);
CREATE INDEX objections_via ON objections (via) WHERE via IS NOT NULL;
