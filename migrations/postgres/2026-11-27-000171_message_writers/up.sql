-- Who wrote a message: `person` or `office`; nothing where it was written before this was kept.
ALTER TABLE messages ADD COLUMN writer TEXT CHECK (writer IN ('person', 'office'));
