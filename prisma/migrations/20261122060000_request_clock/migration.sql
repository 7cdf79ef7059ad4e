ALTER TABLE rights_request
  DROP COLUMN answer,
  ADD COLUMN ground TEXT,
  ADD COLUMN repeats INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN identified_at TIMESTAMPTZ(3),
  ADD COLUMN paused_at TIMESTAMPTZ(3),
  ADD COLUMN extended_at TIMESTAMPTZ(3),
  ADD COLUMN handler_id UUID,
  ADD COLUMN reminded_at TIMESTAMPTZ(3),
  ADD COLUMN overdue_at TIMESTAMPTZ(3),
  ADD COLUMN refusal_reason TEXT;

-- Until now a request was opened by whoever was signed in, and its clock ran from then on.
UPDATE rights_request SET identified_at = opened_at;

-- Refused is nothing without one of the listed reasons, and nothing is answered before it is known who asks.
ALTER TABLE rights_request ADD CHECK ((state = 'refused') = (refusal_reason IS NOT NULL));
ALTER TABLE rights_request ADD CHECK (state <> 'answered' OR identified_at IS NOT NULL);
ALTER TABLE rights_request ADD CHECK (identified_at IS NULL OR due_at IS NOT NULL);
ALTER TABLE rights_request ADD CHECK (
  state IN ('identity_asked', 'received', 'in_progress', 'waiting', 'answered', 'refused', 'closed', 'withdrawn'));

CREATE TABLE request_entry (
    id UUID NOT NULL,
    brand TEXT NOT NULL,
    subject_id UUID,
    request_id UUID NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    sealed BYTEA,
    at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    told_at TIMESTAMPTZ(3),

    CONSTRAINT request_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX request_entry_request_id_at_id_idx ON request_entry (request_id, at, id);
CREATE INDEX request_entry_brand_subject_id_idx ON request_entry (brand, subject_id);

ALTER TABLE request_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON request_entry TO openbook_app
  USING (brand = app_brand() AND subject_id = app_subject())
  WITH CHECK (brand = app_brand() AND subject_id = app_subject());
CREATE POLICY staff_rows ON request_entry TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand());
CREATE POLICY system_rows ON request_entry TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON request_entry TO openbook_app, openbook_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON request_entry TO openbook_system;

-- The person shows who they are, writes, withdraws; what is decided is decided by staff.
GRANT UPDATE (state, identified_at, due_at, paused_at, closed_at) ON rights_request TO openbook_app;
GRANT UPDATE (state, identified_at, due_at, paused_at, closed_at, extended_at, handler_id, refusal_reason)
  ON rights_request TO openbook_staff;
