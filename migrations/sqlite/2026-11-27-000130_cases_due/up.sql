-- Open cases by the date that binds: the calendar looks at them again and again.
CREATE INDEX cases_by_due ON cases (stage, due_expires);
