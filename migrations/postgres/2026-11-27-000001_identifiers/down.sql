DROP TABLE holds;
DROP INDEX cases_waiting;
DROP INDEX jobs_of_case;
ALTER TABLE jobs DROP COLUMN subject_id;
ALTER TABLE tasks DROP COLUMN dataset;
DROP INDEX objections_via;
ALTER TABLE objections DROP COLUMN via;
