ALTER TABLE messages DROP COLUMN writer;
