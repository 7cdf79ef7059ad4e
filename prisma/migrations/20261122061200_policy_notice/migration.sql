-- Who was told beforehand of a version of the policy, each person once.
CREATE TABLE policy_notice (
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  version TEXT NOT NULL,
  told_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT policy_notice_pkey PRIMARY KEY (brand, subject_id, version)
);

ALTER TABLE policy_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE policy_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON policy_notice TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON policy_notice TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT ON policy_notice TO openbook_app;
GRANT SELECT, INSERT, DELETE ON policy_notice TO openbook_system;
