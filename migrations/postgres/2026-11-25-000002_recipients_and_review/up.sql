ALTER TABLE objections DROP CONSTRAINT objections_standing_check;
ALTER TABLE objections ADD CONSTRAINT objections_standing_check
  CHECK (standing IN ('in_force', 'taken_back', 'disowned', 'overridden'));
ALTER TABLE objections ADD COLUMN assurance TEXT NOT NULL DEFAULT 'verified'
  CHECK (assurance IN ('unverified', 'imported', 'confirmed', 'verified'));
ALTER TABLE tasks ALTER COLUMN case_id DROP NOT NULL;
CREATE INDEX tasks_open ON tasks (raised_at) WHERE state = 'open';

CREATE TABLE recipients (
  system TEXT COLLATE "C" NOT NULL,
  purpose TEXT COLLATE "C" NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('active', 'disabled')),
  told_epoch BIGINT NOT NULL,
  sent_epoch BIGINT NOT NULL,
  acked_epoch BIGINT NOT NULL,
  waiting_since BIGINT,
  attempts BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  note TEXT,
  recheck_at BIGINT NOT NULL,
  recheck_after BYTEA,
  recheck_policy TEXT NOT NULL,
  checked BIGINT NOT NULL,
  contradictions BIGINT NOT NULL,
  PRIMARY KEY (system, purpose),
  CHECK (acked_epoch <= sent_epoch OR acked_epoch <= told_epoch)
);

CREATE TABLE notices (
  id BYTEA NOT NULL PRIMARY KEY,
  case_id BYTEA NOT NULL REFERENCES cases (id),
  subject_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  told_at BIGINT,
  told_how TEXT,
  CHECK ((told_at IS NULL) = (told_how IS NULL))
);
CREATE INDEX notices_by_case ON notices (case_id);

CREATE TABLE balancings (
  id BYTEA NOT NULL PRIMARY KEY,
  case_id BYTEA NOT NULL REFERENCES cases (id),
  purpose TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('upheld', 'overridden')),
  notice_id BYTEA REFERENCES notices (id),
  decided_at BIGINT NOT NULL,
  lifted_at BIGINT,
  closed_at BIGINT,
  CHECK (outcome = 'upheld' OR notice_id IS NOT NULL),
  CHECK (lifted_at IS NULL OR outcome = 'overridden')
);
CREATE INDEX balancings_by_case ON balancings (case_id);

CREATE TABLE opinions (
  id BYTEA NOT NULL PRIMARY KEY,
  flag_id BYTEA NOT NULL REFERENCES flags (id),
  view TEXT NOT NULL CHECK (view IN ('not_excessive', 'excessive')),
  by_officer TEXT NOT NULL,
  given_at BIGINT NOT NULL,
  sealed BYTEA NOT NULL,
  UNIQUE (id, flag_id, by_officer)
);
CREATE INDEX opinions_by_flag ON opinions (flag_id);

ALTER TABLE cases DROP CONSTRAINT cases_decision_id_fkey;
DROP TABLE decisions;
CREATE TABLE decisions (
  id BYTEA NOT NULL PRIMARY KEY,
  flag_id BYTEA NOT NULL REFERENCES flags (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('answer', 'narrow', 'partial', 'fee', 'refuse')),
  opinion_id BYTEA,
  opinion_by TEXT,
  decided_by TEXT NOT NULL,
  evidence TEXT NOT NULL,
  objective BYTEA,
  subjective BYTEA,
  milder_steps BYTEA,
  fee_cents BIGINT,
  notice_id BYTEA REFERENCES notices (id),
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
ALTER TABLE cases ADD CONSTRAINT cases_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions (id);

CREATE FUNCTION refused_only_by_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM decisions d JOIN flags f ON f.id = d.flag_id
    WHERE d.id = NEW.decision_id AND f.case_id = NEW.id
      AND d.outcome = CASE NEW.outcome WHEN 'refused' THEN 'refuse' ELSE 'fee' END
  ) THEN
    RAISE EXCEPTION 'a refusal or a fee needs the decision of this case' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_refused_insert BEFORE INSERT ON cases
  FOR EACH ROW WHEN (NEW.outcome IN ('refused', 'fee_proposed')) EXECUTE FUNCTION refused_only_by_decision();
CREATE TRIGGER cases_refused_update BEFORE UPDATE ON cases
  FOR EACH ROW WHEN (NEW.outcome IN ('refused', 'fee_proposed')) EXECUTE FUNCTION refused_only_by_decision();
