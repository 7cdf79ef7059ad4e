-- What a person wants to spend in a month.
CREATE TABLE budget (
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  updated_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT budget_pkey PRIMARY KEY (brand, subject_id)
);

-- What a person was told about their use, each matter once.
CREATE TABLE usage_alert (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('budget_near', 'budget_over', 'unusual', 'stale')),
  matter TEXT NOT NULL,
  meter_id UUID,
  day DATE NOT NULL,
  raised_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT usage_alert_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX usage_alert_brand_subject_id_kind_matter_key ON usage_alert (brand, subject_id, kind, matter);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['budget', 'usage_alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I TO openbook_app
         USING (brand = app_brand() AND subject_id = app_subject())
         WITH CHECK (brand = app_brand() AND subject_id = app_subject())', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON budget TO openbook_app;
GRANT SELECT, DELETE ON usage_alert TO openbook_app;
