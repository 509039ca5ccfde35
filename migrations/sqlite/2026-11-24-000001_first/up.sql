CREATE TABLE subjects (
  id BLOB NOT NULL PRIMARY KEY,
  blind BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('account', 'email', 'controller')),
  key_wrapped BLOB NOT NULL,
  sealed BLOB NOT NULL,
  made_at BIGINT NOT NULL
);

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

CREATE TABLE cases (
  id BLOB NOT NULL PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  subject_id BLOB NOT NULL,
  right_asked TEXT NOT NULL,
  scope TEXT NOT NULL,
  stage TEXT NOT NULL,
  outcome TEXT,
  identity TEXT NOT NULL CHECK (identity IN ('verified', 'unverified')),
  received_at BIGINT NOT NULL,
  due_date TEXT NOT NULL,
  due_expires BIGINT NOT NULL,
  state TEXT NOT NULL,
  sealed BLOB NOT NULL,
  leaf BIGINT NOT NULL,
  idem_key BLOB UNIQUE,
  idem_body BLOB,
  version BIGINT NOT NULL,
  decision_id BLOB REFERENCES decisions (id),
  CHECK (outcome IS NULL OR outcome NOT IN ('refused', 'fee_proposed') OR decision_id IS NOT NULL),
  CHECK ((idem_key IS NULL) = (idem_body IS NULL))
);
CREATE INDEX cases_by_subject ON cases (subject_id, received_at);

CREATE TABLE messages (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  subject_id BLOB NOT NULL,
  written_at BIGINT NOT NULL,
  sealed BLOB NOT NULL
);
CREATE INDEX messages_by_case ON messages (case_id);

CREATE TABLE cohorts (
  case_id BLOB NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL
);

CREATE TABLE packages (
  case_id BLOB NOT NULL PRIMARY KEY REFERENCES cases (id),
  subject_id BLOB NOT NULL,
  sealed BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  size BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE flags (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL UNIQUE REFERENCES cases (id),
  rule TEXT NOT NULL,
  policy TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'lapsed', 'not_excessive', 'excessive')),
  raised_at BIGINT NOT NULL,
  lapses_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX flags_open ON flags (lapses_at) WHERE state = 'open';

CREATE TABLE tasks (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  system TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')),
  raised_at BIGINT NOT NULL,
  done_at BIGINT
);
CREATE INDEX tasks_by_case ON tasks (case_id);

CREATE TABLE objections (
  mark BLOB NOT NULL,
  purpose TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('in_force', 'taken_back')),
  since BIGINT NOT NULL,
  epoch BIGINT NOT NULL,
  PRIMARY KEY (mark, purpose)
);
CREATE INDEX objections_by_epoch ON objections (epoch);

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('objection_epoch', 0);

CREATE TABLE jobs (
  id BLOB NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  case_id BLOB,
  state TEXT NOT NULL CHECK (state IN ('ready', 'leased', 'done', 'failed')),
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  note TEXT
);
CREATE INDEX jobs_waiting ON jobs (run_at) WHERE state IN ('ready', 'leased');

CREATE TABLE api_keys (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  scopes TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT,
  revoked_at BIGINT
);

CREATE TABLE policies (
  hash TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  activated_at BIGINT NOT NULL
);

CREATE TABLE log_leaves (
  idx INTEGER NOT NULL PRIMARY KEY,
  entry BLOB NOT NULL
);
CREATE TABLE openings (
  idx INTEGER NOT NULL PRIMARY KEY,
  subject_id BLOB NOT NULL,
  case_id BLOB,
  salt BLOB NOT NULL,
  payload BLOB NOT NULL
);
CREATE INDEX openings_by_subject ON openings (subject_id);
CREATE TABLE log_tiles (
  level BIGINT NOT NULL,
  idx BIGINT NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, idx)
);
CREATE TABLE log_head (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  size BIGINT NOT NULL,
  last_time BIGINT NOT NULL,
  peaks BLOB NOT NULL
);
CREATE TABLE log_checkpoints (
  size INTEGER NOT NULL PRIMARY KEY,
  note TEXT NOT NULL,
  signed_at BIGINT NOT NULL
);
INSERT INTO log_head (id, size, last_time, peaks) VALUES (1, 0, 0, X'0000000000000000');
