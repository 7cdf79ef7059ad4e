-- Three roles draw the line that the application draws a second time:
--   openbook_app     bound to one brand and one subject, set for each transaction
--   openbook_staff   bound to one brand, sees only what support staff need before they act for a person
--   openbook_system  jobs, webhooks, sign-in, unbound, yet without a way to change what is append-only
-- None of them owns a table, has DDL or BYPASSRLS. They are created before migrations run.

CREATE FUNCTION app_brand() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.brand', true), '');
CREATE FUNCTION app_subject() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.subject', true), '')::uuid;

GRANT USAGE ON SCHEMA public TO openbook_app, openbook_staff, openbook_system;

-- Tables with a subject: one person of one brand, for the app role.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'sign_in_identifier', 'session', 'sign_in_event', 'profile', 'device', 'device_permission', 'data_record', 'upload',
    'consent_record', 'policy_acceptance', 'export', 'closure', 'erasure_entry', 'rights_request', 'supply_point',
    'meter', 'reading', 'usage_day', 'charging_session', 'bill', 'bill_line', 'payment', 'ledger_transaction',
    'ledger_entry', 'audit_event', 'support_session', 'outgoing_message'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON %I TO openbook_app
         USING (brand = app_brand() AND subject_id = app_subject())
         WITH CHECK (brand = app_brand() AND subject_id = app_subject())', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_app, openbook_system', t);
  END LOOP;
END $$;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON account TO openbook_app
  USING (brand = app_brand() AND id = app_subject()) WITH CHECK (brand = app_brand() AND id = app_subject());
CREATE POLICY system_rows ON account TO openbook_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON account TO openbook_app;
GRANT SELECT, INSERT, UPDATE ON account TO openbook_system;

-- What a person's own transaction reads but never writes.
REVOKE INSERT, UPDATE, DELETE ON sign_in_event, support_session, bill, bill_line, erasure_entry FROM openbook_app;
REVOKE UPDATE, DELETE ON outgoing_message, rights_request, closure, export, ledger_transaction, ledger_entry FROM openbook_app;
GRANT UPDATE ON closure TO openbook_app;

-- Tables without a subject.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['one_time_code', 'staff_member', 'rate_bucket', 'device_unit', 'bill_sequence', 'provider_event', 'api_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY system_rows ON %I TO openbook_system USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO openbook_system', t);
  END LOOP;
END $$;
-- A unit holds nothing about a person, binding one needs to read it.
CREATE POLICY brand_rows ON device_unit FOR SELECT TO openbook_app USING (brand = app_brand());
GRANT SELECT ON device_unit TO openbook_app;

-- Staff: one brand, before and beside acting for a person.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account', 'sign_in_identifier', 'support_session', 'audit_event', 'rights_request', 'closure'] LOOP
    EXECUTE format('CREATE POLICY staff_rows ON %I TO openbook_staff USING (brand = app_brand()) WITH CHECK (brand = app_brand())', t);
  END LOOP;
END $$;
GRANT SELECT (id, brand, ref, state, locale, created_at, erased_at) ON account TO openbook_staff;
GRANT SELECT (id, brand, subject_id, kind, blind_index) ON sign_in_identifier TO openbook_staff;
GRANT SELECT, INSERT, UPDATE ON support_session TO openbook_staff;
GRANT SELECT, INSERT ON audit_event TO openbook_staff;
GRANT SELECT ON rights_request, closure TO openbook_staff;

-- Append-only by privilege and by trigger, for every role and for the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['consent_record', 'policy_acceptance', 'ledger_transaction', 'ledger_entry', 'audit_event', 'erasure_entry'] LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM openbook_app, openbook_staff, openbook_system', t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_all BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

-- Debits equal credits in each transaction and currency, checked when it commits.
CREATE FUNCTION check_ledger_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_entry WHERE transaction_id = NEW.transaction_id GROUP BY currency HAVING sum(amount_minor) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_balance();

-- One unit is bound to one person at a time.
CREATE UNIQUE INDEX device_bound_once ON device (unit_id) WHERE revoked_at IS NULL AND unit_id IS NOT NULL;
-- One export and one closing under way for a person.
CREATE UNIQUE INDEX export_under_way_once ON export (subject_id) WHERE state IN ('requested', 'running');
CREATE UNIQUE INDEX closure_under_way_once ON closure (subject_id) WHERE state = 'requested';
-- One support session of a member of staff at a time.
CREATE UNIQUE INDEX support_session_once ON support_session (staff_id) WHERE ended_at IS NULL;

ALTER TABLE account ADD CHECK (state IN ('active', 'closing', 'suspended', 'erased'));
ALTER TABLE device_permission ADD CHECK (permission <> '');
ALTER TABLE consent_record ADD CHECK (decision IN ('granted', 'refused', 'withdrawn'));
ALTER TABLE export ADD CHECK (state IN ('requested', 'running', 'ready', 'failed', 'expired'));
ALTER TABLE closure ADD CHECK (state IN ('requested', 'undone', 'erased'));
ALTER TABLE bill ADD CHECK (state IN ('issued', 'part_paid', 'paid', 'overdue', 'cancelled', 'written_off'));
ALTER TABLE bill ADD CHECK (total_minor = net_minor + vat_minor);
ALTER TABLE payment ADD CHECK (state IN ('created', 'pending', 'succeeded', 'failed', 'abandoned', 'unknown'));
ALTER TABLE payment ADD CHECK (amount_minor > 0);
ALTER TABLE staff_member ADD CHECK (role IN ('support', 'security_manager', 'data_operator', 'auditor'));
ALTER TABLE support_session ADD CHECK (ends_at > started_at);
ALTER TABLE reading ADD CHECK (ended_at > started_at);

-- Time ranges over large tables, small and cheap to keep.
CREATE INDEX reading_time ON reading USING brin (started_at);
