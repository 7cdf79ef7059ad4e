-- What a decision was about when it was made: the data, who gets it, where it lies and who answers for it. A receipt that
-- is taken later says this and not what holds by then. Kept as JSON among the texts of the brands, each once.
ALTER TABLE consent_record ADD COLUMN terms_hash BYTEA CHECK (octet_length(terms_hash) = 32);
