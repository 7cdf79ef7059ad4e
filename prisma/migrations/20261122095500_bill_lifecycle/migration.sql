-- Every state of a bill; a draft has no number yet, and everything else has one.
ALTER TABLE bill
  ADD COLUMN payable_on DATE,
  ADD COLUMN replaces_id UUID,
  ALTER COLUMN number DROP NOT NULL,
  ALTER COLUMN state SET DEFAULT 'draft',
  DROP CONSTRAINT bill_state_check,
  ADD CONSTRAINT bill_state_check
    CHECK (state IN ('draft', 'issued', 'due', 'part_paid', 'paid', 'overdue', 'cancelled', 'written_off')),
  ADD CONSTRAINT bill_numbered CHECK ((state = 'draft') = (number IS NULL));
UPDATE bill SET payable_on = due_on;
ALTER TABLE bill ALTER COLUMN payable_on SET NOT NULL;
CREATE INDEX bill_open ON bill (brand, payable_on) WHERE state IN ('issued', 'due', 'part_paid', 'overdue');
ALTER TABLE bill_line ADD COLUMN register_from BIGINT, ADD COLUMN register_to BIGINT;

CREATE TABLE credit_note (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID,
  bill_id UUID NOT NULL,
  number TEXT NOT NULL,
  reason TEXT NOT NULL,
  currency TEXT NOT NULL,
  issued_on DATE NOT NULL,
  net_minor BIGINT NOT NULL,
  vat_minor BIGINT NOT NULL,
  total_minor BIGINT NOT NULL CHECK (total_minor = net_minor + vat_minor),
  kept_until DATE,
  CONSTRAINT credit_note_pkey PRIMARY KEY (id),
  CONSTRAINT credit_note_bill_id_fkey FOREIGN KEY (bill_id) REFERENCES bill (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX credit_note_bill_id_key ON credit_note (bill_id);
CREATE UNIQUE INDEX credit_note_brand_number_key ON credit_note (brand, number);

CREATE TABLE bill_extension (
  bill_id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  until DATE NOT NULL,
  asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT bill_extension_pkey PRIMARY KEY (bill_id)
);
CREATE INDEX bill_extension_brand_subject_id_asked_at_idx ON bill_extension (brand, subject_id, asked_at);

CREATE TABLE arrangement (
  id UUID NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  bill_id UUID NOT NULL,
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'kept', 'broken', 'ended')),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  agreed_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT arrangement_pkey PRIMARY KEY (id)
);
CREATE INDEX arrangement_brand_subject_id_agreed_at_idx ON arrangement (brand, subject_id, agreed_at);
CREATE INDEX arrangement_bill_id_idx ON arrangement (bill_id);
CREATE UNIQUE INDEX arrangement_active_once ON arrangement (bill_id) WHERE state = 'active';

CREATE TABLE instalment (
  arrangement_id UUID NOT NULL,
  position INTEGER NOT NULL,
  brand TEXT NOT NULL,
  subject_id UUID NOT NULL,
  due_on DATE NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  CONSTRAINT instalment_pkey PRIMARY KEY (arrangement_id, position),
  CONSTRAINT instalment_arrangement_id_fkey
    FOREIGN KEY (arrangement_id) REFERENCES arrangement (id) ON DELETE CASCADE ON UPDATE CASCADE
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['credit_note', 'bill_extension', 'arrangement', 'instalment'] LOOP
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

-- Staff see of the bills of a brand what it takes to decide about one: how it stands, and nothing of what it is made of.
CREATE POLICY staff_rows ON bill FOR SELECT TO openbook_staff USING (brand = app_brand() AND state <> 'draft');
GRANT SELECT (id, brand, subject_id, number, kind, state, currency, issued_on, due_on, payable_on, total_minor)
  ON bill TO openbook_staff;

-- What a bill said when it was issued stays: a wrong bill is taken back by a credit note and made anew. What may change
-- is where it stands, until when it can be paid, and that it points to nobody any more.
CREATE FUNCTION refuse_bill_edit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := ARRAY['state', 'payable_on', 'subject_id', 'kept_until'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a bill begins as a draft' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state = 'draft' THEN
    IF NEW.state NOT IN ('draft', 'issued') THEN
      RAISE EXCEPTION 'a draft can only be issued' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.state = 'issued' AND NOT EXISTS (
      SELECT 1 FROM bill_line WHERE bill_id = NEW.id
      HAVING coalesce(sum(net_minor), 0) = NEW.net_minor AND coalesce(sum(vat_minor), 0) = NEW.vat_minor
    ) THEN
      RAISE EXCEPTION 'a bill is the sum of its lines' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'draft' OR (NEW.subject_id IS NOT NULL AND NEW.subject_id IS DISTINCT FROM OLD.subject_id)
    OR (to_jsonb(NEW) - may_change) IS DISTINCT FROM (to_jsonb(OLD) - may_change) THEN
    RAISE EXCEPTION 'an issued bill is never edited' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER never_edited BEFORE INSERT OR UPDATE ON bill FOR EACH ROW EXECUTE FUNCTION refuse_bill_edit();

CREATE FUNCTION refuse_bill_line_edit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := ARRAY['subject_id', 'meter_id'];
BEGIN
  IF (SELECT state FROM bill WHERE id = coalesce(NEW.bill_id, OLD.bill_id)) IS NOT DISTINCT FROM 'draft' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.subject_id IS NULL
    AND (to_jsonb(NEW) - may_change) IS NOT DISTINCT FROM (to_jsonb(OLD) - may_change) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a line of an issued bill is never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER never_edited BEFORE INSERT OR UPDATE ON bill_line FOR EACH ROW EXECUTE FUNCTION refuse_bill_line_edit();

-- A line goes with its bill, when that may be kept no longer, and never alone: checked when the transaction ends.
CREATE FUNCTION refuse_bill_line_loss() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM bill WHERE id = OLD.bill_id AND state <> 'draft') THEN
    RAISE EXCEPTION 'a line of an issued bill is never removed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER never_lost AFTER DELETE ON bill_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_bill_line_loss();

CREATE FUNCTION refuse_credit_note_edit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := ARRAY['subject_id', 'kept_until'];
BEGIN
  IF NEW.subject_id IS NULL AND (to_jsonb(NEW) - may_change) IS NOT DISTINCT FROM (to_jsonb(OLD) - may_change) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a credit note is never edited' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER never_edited BEFORE UPDATE ON credit_note FOR EACH ROW EXECUTE FUNCTION refuse_credit_note_edit();
