-- Which periods of a brand are billed by the portal itself. The first one is that in which it began to: what ended before
-- was billed elsewhere.
CREATE TABLE billing_period (
  brand TEXT NOT NULL,
  period_start DATE NOT NULL,
  period_end DATE NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('before', 'open', 'done')),
  CONSTRAINT billing_period_pkey PRIMARY KEY (brand, period_start),
  CONSTRAINT billing_period_days CHECK (period_end > period_start)
);
ALTER TABLE billing_period ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_period FORCE ROW LEVEL SECURITY;
CREATE POLICY system_rows ON billing_period TO openbook_system USING (true) WITH CHECK (true);
CREATE POLICY staff_rows ON billing_period FOR SELECT TO openbook_staff USING (brand = app_brand());
GRANT SELECT, INSERT, UPDATE ON billing_period TO openbook_system;
GRANT SELECT ON billing_period TO openbook_staff;

-- What became of one person's period: billed, nothing owed, or held back and why.
CREATE TABLE period_outcome (
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  period_start DATE NOT NULL,
  period_end DATE NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('issued', 'nothing', 'held')),
  reason TEXT,
  bill_id UUID,
  estimated BOOLEAN NOT NULL DEFAULT false,
  looked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT period_outcome_pkey PRIMARY KEY (brand, subject_id, period_start),
  CONSTRAINT period_outcome_says CHECK ((outcome = 'held') = (reason IS NOT NULL) AND (outcome = 'issued') = (bill_id IS NOT NULL))
);
CREATE INDEX period_outcome_brand_period_start_outcome_idx ON period_outcome (brand, period_start, outcome);

-- A bill that was made from estimates which were read since: what it would come to now.
CREATE TABLE bill_correction (
  bill_id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('same', 'proposed', 'dismissed')),
  total_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  found_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT bill_correction_pkey PRIMARY KEY (bill_id)
);
CREATE INDEX bill_correction_brand_state_found_at_idx ON bill_correction (brand, state, found_at);
CREATE INDEX bill_correction_brand_subject_id_idx ON bill_correction (brand, subject_id);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['period_outcome', 'bill_correction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I TO openbook_app
         USING (brand = app_brand() AND subject_id = app_subject())
         WITH CHECK (brand = app_brand() AND subject_id = app_subject())', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY staff_rows ON %I FOR SELECT TO openbook_staff USING (brand = app_brand())', t);
    EXECUTE format('GRANT SELECT ON %I TO openbook_app, openbook_staff', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
-- Staff say that a bill stays as it is.
CREATE POLICY staff_dismiss ON bill_correction FOR UPDATE TO openbook_staff
  USING (brand = app_brand() AND state = 'proposed') WITH CHECK (brand = app_brand() AND state = 'dismissed');
GRANT UPDATE (state) ON bill_correction TO openbook_staff;

-- The days of a bill belong to what it takes to decide about it.
GRANT SELECT (period_start, period_end) ON bill TO openbook_staff;
