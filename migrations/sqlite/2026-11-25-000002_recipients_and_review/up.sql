CREATE TABLE objections_new (
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in_force', 'taken_back', 'disowned', 'overridden')),
  since BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  assurance TEXT NOT NULL DEFAULT 'verified' CHECK (assurance IN ('unverified', 'imported', 'confirmed', 'verified')),
  PRIMARY KEY (mark, purpose)
);
INSERT INTO objections_new SELECT mark, purpose, standing, since, epoch, 'verified' FROM objections;
DROP TABLE objections;
ALTER TABLE objections_new RENAME TO objections;
CREATE INDEX objections_by_epoch ON objections (epoch);

CREATE TABLE tasks_new (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB REFERENCES cases (id),
  system TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  raised_at BIGINT NOT NULL,
  done_at BIGINT
);
INSERT INTO tasks_new SELECT id, case_id, system, reason, state, raised_at, done_at FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_new RENAME TO tasks;
CREATE INDEX tasks_by_case ON tasks (case_id);
CREATE INDEX tasks_open ON tasks (raised_at) WHERE state = 'open';

CREATE TABLE recipients (
  system TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
  told_epoch BIGINT NOT NULL,
  sent_epoch BIGINT NOT NULL,
  acked_epoch BIGINT NOT NULL,
  waiting_since BIGINT,
  attempts BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  note TEXT,
  recheck_at BIGINT NOT NULL,
  recheck_after BLOB,
  recheck_policy TEXT NOT NULL,
  checked BIGINT NOT NULL,
  contradictions BIGINT NOT NULL,
  PRIMARY KEY (system, purpose),
  CHECK (acked_epoch <= sent_epoch OR acked_epoch <= told_epoch)
);

CREATE TABLE notices (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  subject_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  sealed BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  told_at BIGINT,
  told_how TEXT,
  CHECK ((told_at IS NULL) = (told_how IS NULL))
);
CREATE INDEX notices_by_case ON notices (case_id);

CREATE TABLE balancings (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  purpose TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'overridden')),
  notice_id BLOB REFERENCES notices (id),
  decided_at BIGINT NOT NULL,
  lifted_at BIGINT,
  closed_at BIGINT,
  CHECK (outcome = 'upheld' OR notice_id IS NOT NULL),
  CHECK (lifted_at IS NULL OR outcome = 'overridden')
);
CREATE INDEX balancings_by_case ON balancings (case_id);

CREATE TABLE opinions (
  id BLOB NOT NULL PRIMARY KEY,
  flag_id BLOB NOT NULL REFERENCES flags (id),
  view TEXT NOT NULL CHECK (view IN ('not_excessive', 'excessive')),
  by_officer TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (id, flag_id, by_officer)
);
CREATE INDEX opinions_by_flag ON opinions (flag_id);

DROP TABLE decisions;
CREATE TABLE decisions (
  id BLOB NOT NULL PRIMARY KEY,
  flag_id BLOB NOT NULL REFERENCES flags (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'narrow', 'partial', 'fee', 'refuse')),
  opinion_id BLOB,
  opinion_by TEXT,
  decided_by TEXT NOT NULL,
  evidence TEXT NOT NULL,
  objective BLOB,
  subjective BLOB,
  milder_steps BLOB,
  fee_cents BIGINT,
  notice_id BLOB REFERENCES notices (id),
  decided_at BIGINT NOT NULL,
  reopened_at BIGINT,
  FOREIGN KEY (opinion_id, flag_id, opinion_by) REFERENCES opinions (id, flag_id, by_officer),
  CHECK (outcome IN ('answer', 'narrow') OR (opinion_id IS NOT NULL AND opinion_by IS NOT NULL)),
  CHECK (opinion_by IS NULL OR opinion_by <> decided_by),
  CHECK (outcome IN ('answer', 'narrow') OR (evidence <> '' AND evidence <> 'frequency')),
  CHECK (outcome IN ('answer', 'narrow') OR (length(objective) > 61 AND length(subjective) > 61 AND length(milder_steps) > 61
    AND objective IS NOT NULL AND subjective IS NOT NULL AND milder_steps IS NOT NULL)),
  CHECK (outcome IN ('answer', 'narrow') OR notice_id IS NOT NULL),
  CHECK ((outcome = 'fee') = (fee_cents IS NOT NULL)),
  CHECK (fee_cents IS NULL OR fee_cents > 0)
);
CREATE INDEX decisions_by_flag ON decisions (flag_id);

CREATE TRIGGER cases_refused_insert BEFORE INSERT ON cases
WHEN NEW.outcome IN ('refused', 'fee_proposed') AND NOT EXISTS (
  SELECT 1 FROM decisions d JOIN flags f ON f.id = d.flag_id
  WHERE d.id = NEW.decision_id AND f.case_id = NEW.id
    AND d.outcome = CASE NEW.outcome WHEN 'refused' THEN 'refuse' ELSE 'fee' END
)
BEGIN
  SELECT RAISE(ABORT, 'a refusal or a fee needs the decision of this case');
END;

CREATE TRIGGER cases_refused_update BEFORE UPDATE ON cases
WHEN NEW.outcome IN ('refused', 'fee_proposed') AND NOT EXISTS (
  SELECT 1 FROM decisions d JOIN flags f ON f.id = d.flag_id
  WHERE d.id = NEW.decision_id AND f.case_id = NEW.id
    AND d.outcome = CASE NEW.outcome WHEN 'refused' THEN 'refuse' ELSE 'fee' END
)
BEGIN
  SELECT RAISE(ABORT, 'a refusal or a fee needs the decision of this case');
END;
