-- Claim tickets that were redeemed, until they expire: each dates one request.
CREATE TABLE tickets (
  nonce BYTEA NOT NULL PRIMARY KEY,
  case_id BYTEA NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX tickets_by_expiry ON tickets (expires_at);
