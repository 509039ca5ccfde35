-- Mails on their way out, and how they fared. The address and the words lie sealed, and are emptied as soon as a mail has left
-- or was given up; `recipient` is a keyed hash of the address. `state`: waiting; sent (a mail server took it) or filed (into
-- the outbox folder); refused, late (given up, or pointless by now) or shut (its key is gone); held (too many to one address).
CREATE TABLE mails (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  case_id BYTEA REFERENCES cases (id),
  subject_id BYTEA,
  recipient BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  state TEXT NOT NULL,
  note TEXT,
  settled_at BIGINT
);
CREATE INDEX mails_by_time ON mails (state, run_at);
CREATE INDEX mails_by_recipient ON mails (recipient, made_at);
CREATE INDEX mails_by_case ON mails (case_id);
