CREATE TABLE policy_terms (
  seq BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  hash TEXT NOT NULL,
  since BIGINT NOT NULL
);
INSERT INTO policy_terms (seq, kind, hash, since)
  SELECT ROW_NUMBER() OVER (ORDER BY activated_at, hash), kind, hash, activated_at FROM policies;

CREATE TABLE policy_announcements (
  hash TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL,
  announced_at BIGINT NOT NULL,
  announced_by TEXT NOT NULL
);

CREATE TABLE policy_approvals (
  hash TEXT NOT NULL REFERENCES policy_announcements (hash),
  role TEXT NOT NULL CHECK (role IN ('dpo', 'controller')),
  officer TEXT NOT NULL,
  approved_at BIGINT NOT NULL,
  PRIMARY KEY (hash, role),
  UNIQUE (hash, officer)
);

CREATE TABLE policy_changes (
  seq BIGINT NOT NULL PRIMARY KEY,
  subject_id BLOB,
  why TEXT NOT NULL,
  categories TEXT NOT NULL,
  happened_at BIGINT NOT NULL,
  declared_at BIGINT NOT NULL,
  declared_by TEXT NOT NULL,
  leaf BIGINT NOT NULL
);
CREATE INDEX policy_changes_by_time ON policy_changes (happened_at);

INSERT INTO counters (name, value) VALUES ('policy_changes', 0);
INSERT INTO counters (name, value) SELECT 'policy_terms', COUNT(*) FROM policies;
