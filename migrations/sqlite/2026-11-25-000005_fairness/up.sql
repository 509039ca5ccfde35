-- Claim tickets that were redeemed, until they expire: each dates one request.
CREATE TABLE tickets (
  nonce BLOB NOT NULL PRIMARY KEY,
  case_id BLOB NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX tickets_by_expiry ON tickets (expires_at);
