-- Ways in that were offered and each serve once: a mailed link with its code, or a link that the company's own application had
-- made. `token`, `code` and `browser` are keyed hashes; whose it is lies sealed.
CREATE TABLE sign_ins (
  id BLOB PRIMARY KEY,
  token BLOB NOT NULL UNIQUE,
  code BLOB,
  browser BLOB,
  person BLOB NOT NULL,
  sealed BLOB NOT NULL,
  tries BIGINT NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  spent_at BIGINT
);
CREATE UNIQUE INDEX sign_ins_by_browser ON sign_ins (browser) WHERE browser IS NOT NULL;
CREATE INDEX sign_ins_of_person ON sign_ins (person, made_at);
CREATE INDEX sign_ins_by_time ON sign_ins (made_at);

-- Who is signed in. `token` is a keyed hash of what the browser holds.
CREATE TABLE sessions (
  id BLOB PRIMARY KEY,
  token BLOB NOT NULL UNIQUE,
  person BLOB NOT NULL,
  sealed BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person);
CREATE INDEX sessions_by_time ON sessions (seen_at);
