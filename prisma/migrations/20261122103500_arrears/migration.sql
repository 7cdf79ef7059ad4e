CREATE TABLE push_subscription (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  endpoint_index BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  client TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT push_subscription_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX push_subscription_brand_subject_id_endpoint_index_key
  ON push_subscription (brand, subject_id, endpoint_index);

CREATE TABLE arrears_notice (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  bill_id UUID NOT NULL,
  stage TEXT NOT NULL,
  payable_on DATE NOT NULL,
  sent BOOLEAN NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT arrears_notice_pkey PRIMARY KEY (id)
);
-- One notice a stage, however many sweeps run at once.
CREATE UNIQUE INDEX arrears_notice_bill_id_stage_key ON arrears_notice (bill_id, stage);
CREATE INDEX arrears_notice_brand_subject_id_created_at_idx ON arrears_notice (brand, subject_id, created_at DESC);

CREATE TABLE notice_choice (
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  reminders BOOLEAN NOT NULL,
  chosen_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT notice_choice_pkey PRIMARY KEY (brand, subject_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['push_subscription', 'arrears_notice', 'notice_choice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I TO openbook_app
         USING (brand = app_brand() AND subject_id = app_subject())
         WITH CHECK (brand = app_brand() AND subject_id = app_subject())', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO openbook_app', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
GRANT INSERT, DELETE ON push_subscription TO openbook_app;
GRANT INSERT, UPDATE ON notice_choice TO openbook_app;

-- Staff see of arrears who owes how much since when and what was written: no line of a bill, no address of a browser.
CREATE POLICY staff_rows ON arrears_notice FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT (brand, bill_id, stage, sent, created_at) ON arrears_notice TO openbook_staff;
CREATE POLICY staff_rows ON arrangement FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT (brand, bill_id, state) ON arrangement TO openbook_staff;
CREATE POLICY staff_rows ON ledger_entry FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT (brand, bill_id, account, currency, amount_minor) ON ledger_entry TO openbook_staff;
