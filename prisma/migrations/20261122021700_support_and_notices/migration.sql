CREATE TABLE "notice_text" (
    "hash" BYTEA NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "notice_text_pkey" PRIMARY KEY ("hash")
);

-- Texts of the brands and nothing of a person: every role may read and add, none may change.
ALTER TABLE notice_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_text FORCE ROW LEVEL SECURITY;
CREATE POLICY any_reader ON notice_text FOR SELECT TO openbook_app, openbook_system USING (true);
CREATE POLICY any_writer ON notice_text FOR INSERT TO openbook_app, openbook_system WITH CHECK (hash = sha256(convert_to(text, 'UTF8')));
GRANT SELECT, INSERT ON notice_text TO openbook_app, openbook_system;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON notice_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON notice_text FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A person may know who of the staff acted for them: whoever had a support session for them, by name and role.
-- The subquery is bound by the person's own row-level security on support_session.
CREATE POLICY acted_for_me ON staff_member FOR SELECT TO openbook_app
  USING (EXISTS (SELECT 1 FROM support_session AS s WHERE s.staff_id = staff_member.id));
GRANT SELECT (id, display_name, role) ON staff_member TO openbook_app;
-- Staff may know each other's names: the audit of a brand shows who did what.
CREATE POLICY colleagues ON staff_member FOR SELECT TO openbook_staff USING (true);
GRANT SELECT (id, display_name, role) ON staff_member TO openbook_staff;

-- A member of staff reaches their own support sessions in every brand, so that one that ran out can be closed.
CREATE POLICY own_sessions ON support_session TO openbook_staff
  USING ('staff:' || staff_id::text = current_setting('app.actor', true))
  WITH CHECK ('staff:' || staff_id::text = current_setting('app.actor', true));
-- And starts one in their own name only, whatever the brand.
CREATE POLICY own_name ON support_session AS RESTRICTIVE FOR INSERT TO openbook_staff
  WITH CHECK (brand = app_brand() AND 'staff:' || staff_id::text = current_setting('app.actor', true));
CREATE POLICY own_end ON support_session AS RESTRICTIVE FOR UPDATE TO openbook_staff
  USING ('staff:' || staff_id::text = current_setting('app.actor', true));
-- Ending is all that may be changed.
REVOKE UPDATE ON support_session FROM openbook_staff;
GRANT UPDATE (ended_at) ON support_session TO openbook_staff;

ALTER TABLE support_session ADD CHECK (length(btrim(reason)) >= 10);
-- Who looked at somebody's data, newest first.
CREATE INDEX audit_event_staff_looks ON audit_event (brand, subject_id, occurred_at DESC, id DESC) WHERE actor_kind = 'staff';
CREATE INDEX audit_event_brand_time ON audit_event (brand, occurred_at DESC, id DESC);
