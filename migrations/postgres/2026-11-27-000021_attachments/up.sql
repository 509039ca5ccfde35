-- Files that an officer attached to an answer; their names and kinds are sealed apart, so that a list need not open them.
CREATE TABLE attachments (
  id BYTEA NOT NULL PRIMARY KEY,
  case_id BYTEA NOT NULL REFERENCES cases (id),
  subject_id BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  size BIGINT NOT NULL,
  title BYTEA NOT NULL,
  sealed BYTEA NOT NULL
);
CREATE INDEX attachments_by_case ON attachments (case_id);
