CREATE TABLE guardian_consent (
    id UUID NOT NULL,
    brand TEXT NOT NULL,
    subject_id UUID,
    child_index BYTEA NOT NULL,
    birth_date DATE NOT NULL,
    sealed_guardian BYTEA NOT NULL,
    policy_version TEXT NOT NULL,
    locale TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'asked',
    secret_hash BYTEA NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    decided_at TIMESTAMPTZ(3),
    expires_at TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT guardian_consent_pkey PRIMARY KEY (id),
    CHECK (state IN ('asked', 'agreed', 'refused')),
    CHECK ((state = 'asked') = (decided_at IS NULL)),
    CHECK (subject_id IS NULL OR state = 'agreed')
);
CREATE UNIQUE INDEX guardian_consent_secret_hash_key ON guardian_consent (secret_hash);
CREATE INDEX guardian_consent_brand_child_index_idx ON guardian_consent (brand, child_index);
CREATE INDEX guardian_consent_brand_subject_id_idx ON guardian_consent (brand, subject_id);

ALTER TABLE guardian_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE guardian_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON guardian_consent TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON guardian_consent TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT ON guardian_consent TO openbook_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON guardian_consent TO openbook_system;
