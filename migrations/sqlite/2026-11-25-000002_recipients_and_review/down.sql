DROP TRIGGER cases_refused_update;
DROP TRIGGER cases_refused_insert;
-- A decision has no place in the schema before: what it decided is kept as an answer in part.
UPDATE cases SET decision_id = NULL,
  outcome = CASE WHEN outcome IN ('refused', 'fee_proposed') THEN 'partial' ELSE outcome END
  WHERE decision_id IS NOT NULL;
DROP TABLE decisions;
CREATE TABLE decisions (
  id BLOB NOT NULL PRIMARY KEY,
  flag_id BLOB NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'narrow', 'partial', 'fee', 'refuse')),
  opinion_by TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  sealed BLOB NOT NULL,
  fee_cents BIGINT,
  decided_at BIGINT NOT NULL,
  CHECK (opinion_by <> decided_by),
  CHECK ((outcome = 'fee') = (fee_cents IS NOT NULL)),
  CHECK (fee_cents IS NULL OR fee_cents > 0)
);
DROP TABLE opinions;
DROP TABLE balancings;
DROP TABLE notices;
DROP TABLE recipients;
DROP INDEX tasks_open;
CREATE TABLE tasks_old (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  system TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  raised_at BIGINT NOT NULL,
  done_at BIGINT
);
INSERT INTO tasks_old SELECT id, case_id, system, reason, state, raised_at, done_at FROM tasks WHERE case_id IS NOT NULL;
DROP TABLE tasks;
ALTER TABLE tasks_old RENAME TO tasks;
CREATE INDEX tasks_by_case ON tasks (case_id);
CREATE TABLE objections_old (
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in_force', 'taken_back')),
  since BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (mark, purpose)
);
INSERT INTO objections_old SELECT mark, purpose,
  CASE WHEN standing = 'in_force' THEN standing ELSE 'taken_back' END, since, epoch FROM objections;
DROP TABLE objections;
ALTER TABLE objections_old RENAME TO objections;
CREATE INDEX objections_by_epoch ON objections (epoch);
