ALTER TABLE log_checkpoints ADD COLUMN seal BYTEA NOT NULL DEFAULT '\x';
CREATE TABLE log_cosignatures (
  size BIGINT NOT NULL,
  witness TEXT COLLATE "C" NOT NULL,
  line TEXT NOT NULL,
  seal BYTEA NOT NULL,
  PRIMARY KEY (witness, size)
);
