DROP INDEX cases_by_due;
