-- What the master key of this database makes of a constant: a start with another key is refused by it.
CREATE TABLE key_check (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  value BYTEA NOT NULL
);
