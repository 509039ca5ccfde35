-- By which way somebody said no to a use, and what a token said then of them: sealed with the person's key, for the fairness
-- report alone. The entry of the objection tells a digest.
CREATE TABLE objection_ways (
  epoch BIGINT NOT NULL PRIMARY KEY,
  subject_id BYTEA NOT NULL,
  made_at BIGINT NOT NULL,
  sealed BYTEA NOT NULL
);
CREATE INDEX objection_ways_subject ON objection_ways (subject_id);
CREATE INDEX objection_ways_made_at ON objection_ways (made_at);
