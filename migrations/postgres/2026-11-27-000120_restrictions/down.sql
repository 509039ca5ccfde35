DROP TABLE restrictions;
ALTER TABLE objections DROP COLUMN restricted_at;
UPDATE objections SET standing = 'taken_back' WHERE standing = 'none';
ALTER TABLE objections DROP CONSTRAINT objections_standing_check;
ALTER TABLE objections ADD CONSTRAINT objections_standing_check
  CHECK (standing IN ('in_force', 'taken_back', 'disowned', 'overridden'));
