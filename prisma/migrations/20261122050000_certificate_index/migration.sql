-- A certificate of erasure is found by the digest of the secret in its address.
CREATE UNIQUE INDEX closure_certificate_hash_key ON closure (certificate_hash);
