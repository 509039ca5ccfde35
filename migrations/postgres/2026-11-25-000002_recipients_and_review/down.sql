DROP TRIGGER cases_refused_update ON cases;
DROP TRIGGER cases_refused_insert ON cases;
DROP FUNCTION refused_only_by_decision();
-- A decision has no place in the schema before: what it decided is kept as an answer in part.
UPDATE cases SET decision_id = NULL,
  outcome = CASE WHEN outcome IN ('refused', 'fee_proposed') THEN 'partial' ELSE outcome END
  WHERE decision_id IS NOT NULL;
ALTER TABLE cases DROP CONSTRAINT cases_decision_id_fkey;
DROP TABLE decisions;
CREATE TABLE decisions (
  id BYTEA NOT NULL PRIMARY KEY,
  flag_id BYTEA NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'narrow', 'partial', 'fee', 'refuse')),
  opinion_by TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  fee_cents BIGINT,
  decided_at BIGINT NOT NULL,
  CHECK (opinion_by <> decided_by),
  CHECK ((outcome = 'fee') = (fee_cents IS NOT NULL)),
  CHECK (fee_cents IS NULL OR fee_cents > 0)
);
ALTER TABLE cases ADD CONSTRAINT cases_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions (id);
DROP TABLE opinions;
DROP TABLE balancings;
DROP TABLE notices;
DROP TABLE recipients;
DROP INDEX tasks_open;
DELETE FROM tasks WHERE case_id IS NULL;
ALTER TABLE tasks ALTER COLUMN case_id SET NOT NULL;
ALTER TABLE objections DROP COLUMN assurance;
UPDATE objections SET standing = 'taken_back' WHERE standing IN ('disowned', 'overridden');
ALTER TABLE objections DROP CONSTRAINT objections_standing_check;
ALTER TABLE objections ADD CONSTRAINT objections_standing_check CHECK (standing IN ('in_force', 'taken_back'));
