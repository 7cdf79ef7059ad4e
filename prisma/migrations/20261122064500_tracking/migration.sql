-- What is counted of visits, only in browsers that agreed. Neither table knows an account.
CREATE TABLE page_view (
  brand TEXT NOT NULL,
  visitor BYTEA NOT NULL,
  page TEXT NOT NULL,
  day DATE NOT NULL,
  views INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT page_view_pkey PRIMARY KEY (brand, visitor, page, day)
);
CREATE INDEX page_view_day_idx ON page_view (day);

CREATE TABLE campaign_count (
  brand TEXT NOT NULL,
  campaign TEXT NOT NULL,
  day DATE NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('arrival', 'sign_up')),
  count INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT campaign_count_pkey PRIMARY KEY (brand, campaign, day, event)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['page_view', 'campaign_count'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
