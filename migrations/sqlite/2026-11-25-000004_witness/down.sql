DROP TABLE log_cosignatures;
ALTER TABLE log_checkpoints DROP COLUMN seal;
