-- Where an objection was carried over from: the mark of the address or account that is the same person's.
ALTER TABLE objections ADD COLUMN via BYTEA;
CREATE INDEX objections_via ON objections (via) WHERE via IS NOT NULL;

-- What exactly a human has to look up.
ALTER TABLE tasks ADD COLUMN dataset TEXT;

-- Work that concerns a person and no case.
ALTER TABLE jobs ADD COLUMN subject_id BYTEA;
CREATE INDEX jobs_of_case ON jobs (case_id) WHERE state IN ('ready', 'leased');

-- Cases that still wait: the watch looks whether anybody or anything works on them.
CREATE INDEX cases_waiting ON cases (received_at) WHERE stage IN ('received', 'identity_pending', 'in_progress');

-- A person whose data must not be erased for now, by each keyed hash that the gateway knows them by.
CREATE TABLE holds (
  id BYTEA NOT NULL PRIMARY KEY,
  case_id BYTEA NOT NULL REFERENCES cases (id),
  blind BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  set_by TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  lifted_by TEXT,
  lifted_at BIGINT,
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE INDEX holds_by_case ON holds (case_id);
CREATE INDEX holds_in_force ON holds (blind) WHERE lifted_at IS NULL;
