ALTER TABLE log_checkpoints ADD COLUMN seal BLOB NOT NULL DEFAULT X'';
CREATE TABLE log_cosignatures (
  size BIGINT NOT NULL,
  witness TEXT NOT NULL,
  line TEXT NOT NULL,
  seal BLOB NOT NULL,
  PRIMARY KEY (witness, size)
);
