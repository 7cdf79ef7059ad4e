ALTER TABLE rights_request
  ADD COLUMN sealed_contact BYTEA,
  ADD COLUMN contact_index BYTEA,
  ADD COLUMN locale TEXT,
  ADD COLUMN secret_hash BYTEA;
CREATE UNIQUE INDEX rights_request_secret_hash_key ON rights_request (secret_hash);
CREATE INDEX rights_request_brand_contact_index_idx ON rights_request (brand, contact_index);
