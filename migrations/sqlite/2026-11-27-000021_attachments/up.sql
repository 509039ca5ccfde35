-- Files that an officer attached to an answer; their names and kinds are sealed apart, so that a list need not open them.
CREATE TABLE attachments (
  id BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (id),
  subject_id BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  size BIGINT NOT NULL,
  title BLOB NOT NULL,
  sealed BLOB NOT NULL
);
CREATE INDEX attachments_by_case ON attachments (case_id);
