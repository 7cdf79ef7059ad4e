ALTER TABLE rights_request ADD COLUMN field TEXT, ADD COLUMN sealed_value BYTEA;

CREATE TABLE request_evidence (
    id UUID NOT NULL,
    brand TEXT NOT NULL,
    subject_id UUID,
    request_id UUID NOT NULL,
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    storage_key TEXT NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT request_evidence_pkey PRIMARY KEY (id)
);
CREATE INDEX request_evidence_request_id_idx ON request_evidence (request_id);
CREATE INDEX request_evidence_brand_subject_id_idx ON request_evidence (brand, subject_id);

ALTER TABLE request_evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_evidence FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON request_evidence TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY staff_rows ON request_evidence TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
CREATE POLICY system_rows ON request_evidence TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON request_evidence TO openbook_app;
GRANT SELECT ON request_evidence TO openbook_staff;
GRANT SELECT, INSERT, DELETE ON request_evidence TO openbook_system;
