-- A link to exactly one bill, for the mails about it. Its secret is a keyed digest of the row's id and is stored nowhere.
CREATE TABLE pay_link (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  bill_id UUID NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT pay_link_pkey PRIMARY KEY (id)
);
CREATE INDEX pay_link_bill_id_idx ON pay_link (bill_id);
CREATE INDEX pay_link_brand_subject_id_idx ON pay_link (brand, subject_id);

ALTER TABLE pay_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE pay_link FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON pay_link TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY system_rows ON pay_link TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT ON pay_link TO openbook_app;
-- Once made it leads where it leads: all that can be done to it is to end it.
GRANT SELECT, INSERT, DELETE ON pay_link TO openbook_system;
GRANT UPDATE (revoked_at) ON pay_link TO openbook_system;

-- By which link a payment was begun: its person comes back to it.
ALTER TABLE payment ADD COLUMN pay_link_id UUID;
