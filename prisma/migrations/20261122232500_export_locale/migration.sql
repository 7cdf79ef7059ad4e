-- An archive is written in the language in which it was asked for. Null for what was asked for before: then the account's.
ALTER TABLE export ADD COLUMN locale TEXT;
